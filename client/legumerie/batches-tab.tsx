import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { lotCode } from "../../shared/legumerie/codes.ts";
import { massBalance, workInProgress } from "../../shared/legumerie/mass-balance.ts";
import { CUT_LABELS } from "../../shared/legumerie.ts";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { DateText, PercentText, WeightText } from "../ui/values.tsx";
import { Badge } from "./badge.tsx";
import { BatchForm } from "./batch-form.tsx";
import { CorrectDrawer } from "./correct-drawer.tsx";
import { batchParts } from "./correctable.ts";
import { FormDrawer } from "./form-drawer.tsx";
import classes from "./legumerie.module.css";
import type { LedgerBatch, Workshop } from "./workshop.ts";
import { useWorkshopSearch } from "./workshop.ts";

/** What is being worked on, then what was, latest first. */
export function BatchesTab({ workshop }: { workshop: Workshop }): React.ReactNode {
  const { t } = useLingui();
  const { search, change } = useWorkshopSearch();
  const [opened, setOpened] = useState<LedgerBatch | null>(null);
  const [corrected, setCorrected] = useState<LedgerBatch | null>(null);
  const locale = useLocale();
  const columns = useColumns(workshop.mayWrite ? { open: setOpened, correct: setCorrected } : null);
  const query = useQuery(
    useTRPC().legumerie.batches.queryOptions(
      { legumerieId: workshop.id, page: search.page ?? 1 },
      { placeholderData: (previous) => previous },
    ),
  );
  return (
    <>
      <div className={classes.toolbar}>
        <span>
          <Trans>
            Ce qui entre égale ce qui sort, plus les pertes : aucun kilo n'apparaît ni ne disparaît.
          </Trans>
        </span>
        {workshop.mayWrite && (
          <FormDrawer
            label={t`Démarrer une transformation`}
            form={(id, close) => <BatchForm id={id} legumerieId={workshop.id} batch={null} onSaved={close} />}
          />
        )}
      </div>
      <QueryView query={query} lines={8}>
        {({ rows, total, page, pageSize }) => (
          <DataTable
            stacked
            caption={t`Transformations`}
            captionHidden
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            refreshing={query.isPlaceholderData}
            download={tableFile("legumerie-transformations", { legumerieId: workshop.id })}
            page={{ index: page - 1, size: pageSize, total }}
            onPage={(index) => change({ page: index === 0 ? undefined : index + 1 })}
            empty={
              <EmptyState title={t`Aucune transformation`}>
                <Trans>Démarrez-en une à partir d'un lot reçu : laver, éplucher, couper, peser.</Trans>
              </EmptyState>
            }
          />
        )}
      </QueryView>
      <SideDrawer
        title={t`Transformation en cours`}
        size="xl"
        opened={opened !== null}
        onClose={() => setOpened(null)}
      >
        {opened !== null && (
          <BatchForm
            id={opened.id}
            legumerieId={workshop.id}
            batch={opened}
            onSaved={() => setOpened(null)}
          />
        )}
      </SideDrawer>
      <CorrectDrawer
        legumerieId={workshop.id}
        parts={corrected === null ? null : batchParts(corrected, locale)}
        onClose={() => setCorrected(null)}
      />
    </>
  );
}

interface BatchPresses {
  open: (batch: LedgerBatch) => void;
  correct: (batch: LedgerBatch) => void;
}

function useColumns(presses: BatchPresses | null): Column<LedgerBatch>[] {
  const { t } = useLingui();
  const locale = useLocale();
  return [
    {
      key: "started",
      header: t`Commencée le`,
      cell: (batch) => <DateText date={batch.startedOn} />,
    },
    {
      key: "state",
      header: t`État`,
      cell: (batch) => <BatchState batch={batch} presses={presses} />,
    },
    { key: "cut", header: t`Découpe`, cell: ({ cut }) => CUT_LABELS[cut][locale] },
    {
      key: "inputs",
      header: t`Lots entrés`,
      cell: ({ lots }) =>
        lots.map((lot) => (
          <div key={lot.id}>
            <DataText>{lot.productName}</DataText> <span className={classes.detail}>{lotCode(lot)}</span>
          </div>
        )),
    },
    {
      key: "input",
      header: t`Entré`,
      numeric: true,
      cell: (batch) => <WeightText grams={massBalance(batch).inputs} />,
    },
    {
      key: "output",
      header: t`Produit`,
      numeric: true,
      cell: (batch) => <WeightText grams={massBalance(batch).outputs} />,
    },
    {
      key: "loss",
      header: t`Pertes`,
      numeric: true,
      cell: (batch) => <WeightText grams={massBalance(batch).losses} />,
    },
    {
      key: "yield",
      header: t`Rendement`,
      numeric: true,
      cell: (batch) => {
        const { inputs, outputs } = massBalance(batch);
        return batch.endedOn === null ? (
          <>
            <WeightText grams={workInProgress(batch)} />
            <br />
            <span className={classes.detail}>
              <Trans>en cours</Trans>
            </span>
          </>
        ) : (
          <PercentText ratio={{ numerator: outputs, denominator: inputs }} />
        );
      },
    },
  ];
}

function BatchState({
  batch,
  presses,
}: {
  batch: LedgerBatch;
  presses: BatchPresses | null;
}): React.ReactNode {
  const { t } = useLingui();
  if (batch.endedOn !== null)
    return (
      <>
        <Badge tone="good">
          <Trans>terminée</Trans>
        </Badge>
        {presses !== null && (
          <Button
            ml="xs"
            variant="default"
            size="md"
            aria-label={t`Corriger la transformation …${batch.id.slice(-4).toUpperCase()}`}
            onClick={() => presses.correct(batch)}
          >
            <Trans>Corriger</Trans>
          </Button>
        )}
      </>
    );
  if (presses === null)
    return (
      <Badge tone="warn">
        <Trans>en cours</Trans>
      </Badge>
    );
  return (
    <Button variant="default" size="md" onClick={() => presses.open(batch)}>
      <Trans>Continuer</Trans>
    </Button>
  );
}
