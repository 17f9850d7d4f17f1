import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { DateText, WeightText } from "../ui/values.tsx";
import { ForwardChain } from "./forward-chain.tsx";
import classes from "./legumerie.module.css";
import type { Workshop } from "./workshop.ts";

type Drill = RouterOutputs["legumerieLedger"]["drills"][number];

/** An exercise of recall: a lot is drawn, the clock runs, the time taken is kept. */
export function DrillSection({ workshop }: { workshop: Workshop }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [running, setRunning] = useState<{ id: string; lotId: string; startedAt: string } | null>(null);
  const drills = useQuery(trpc.legumerieLedger.drills.queryOptions({ legumerieId: workshop.id }));
  const end = useMutation(
    trpc.legumerieLedger.endDrill.mutationOptions({
      onSuccess: async () => {
        setRunning(null);
        await queryClient.invalidateQueries();
      },
    }),
  );
  const start = useMutation({
    mutationFn: async () => {
      const id = newId();
      const key = { legumerieId: workshop.id, drillId: id };
      const lotId = await client.legumerieLedger.drawDrill.query(key);
      setRunning({ id, lotId, startedAt: new Date().toISOString() });
    },
  });
  return (
    <section aria-labelledby="drill" data-no-print>
      <Title order={2} id="drill" mb="sm">
        <Trans>Exercice de rappel</Trans>
      </Title>
      <div className={classes.toolbar}>
        <span>
          <Trans>Un lot livré est tiré au sort ; retrouvez toutes ses cantines, le temps est gardé.</Trans>
        </span>
        {workshop.mayWrite &&
          (running === null ? (
            <Button size="md" loading={start.isPending} onClick={() => start.mutate()}>
              <Trans>Commencer l'exercice</Trans>
            </Button>
          ) : (
            <Button
              size="md"
              loading={end.isPending}
              onClick={() => end.mutate({ legumerieId: workshop.id, drill: running })}
            >
              <Trans>Toutes les cantines sont trouvées</Trans>
            </Button>
          ))}
      </div>
      {running !== null && <ForwardChain workshop={workshop} lotId={running.lotId} />}
      <QueryView query={drills} lines={3}>
        {(rows) => (
          <DataTable
            caption={t`Exercices passés`}
            captionHidden
            stacked
            columns={[
              {
                key: "day",
                header: t`Le`,
                cell: ({ startedAt }: Drill) => <DateText date={startedAt.slice(0, 10)} />,
              },
              {
                key: "time",
                header: t`Temps`,
                numeric: true,
                cell: (drill: Drill) => <Duration drill={drill} />,
              },
              {
                key: "canteens",
                header: t`Cantines`,
                numeric: true,
                cell: ({ canteens }: Drill) => canteens,
              },
              {
                key: "deliveries",
                header: t`Livraisons`,
                numeric: true,
                cell: ({ deliveries }: Drill) => deliveries,
              },
              {
                key: "grams",
                header: t`Poids`,
                numeric: true,
                cell: ({ grams }: Drill) => <WeightText grams={grams} />,
              },
            ]}
            rows={rows}
            rowKey={({ id }) => id}
            empty={
              <p>
                <Trans>Aucun exercice n'a encore été fait.</Trans>
              </p>
            }
          />
        )}
      </QueryView>
    </section>
  );
}

function Duration({ drill: { startedAt, endedAt } }: { drill: Drill }): React.ReactNode {
  const seconds = Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000));
  const minutes = Math.floor(seconds / 60);
  const left = seconds % 60;
  if (minutes === 0) return <Plural value={seconds} one="# seconde" other="# secondes" />;
  return (
    <Trans>
      {minutes} min {left} s
    </Trans>
  );
}
