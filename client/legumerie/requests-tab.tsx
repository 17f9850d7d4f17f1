import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import { availabilityKey } from "../../shared/legumerie/availability.ts";
import { useTRPC } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { AnswerDrawer } from "./answer-drawer.tsx";
import type { RequestStart } from "./delivery-draft.ts";
import { DeliveryForm } from "./delivery-form.tsx";
import classes from "./legumerie.module.css";
import { useDemandColumns, useRequestColumns } from "./request-columns.tsx";
import { useRequestStart } from "./request-start.ts";
import type { OpenRequest, Workshop } from "./workshop.ts";

/** What canteens asked for, by day, and their standing demands. */
export function RequestsTab({ workshop }: { workshop: Workshop }): React.ReactNode {
  const query = useQuery(useTRPC().legumerieRequests.open.queryOptions({ legumerieId: workshop.id }));
  return (
    <QueryView query={query} lines={8}>
      {({ requests, availability }) => (
        <Requests
          workshop={workshop}
          requests={requests}
          stock={new Map(availability.map((row) => [availabilityKey(row), row.stockGrams]))}
        />
      )}
    </QueryView>
  );
}

interface RequestsProps {
  workshop: Workshop;
  requests: readonly OpenRequest[];
  stock: ReadonlyMap<string, number>;
}

function Requests({ workshop, requests, stock }: RequestsProps): React.ReactNode {
  const { t } = useLingui();
  const [start, setStart] = useState<(RequestStart & { id: string }) | null>(null);
  const [answered, setAnswered] = useState<OpenRequest | null>(null);
  const startOf = useRequestStart(workshop);
  const presses = workshop.mayWrite
    ? {
        deliver: (request: OpenRequest) => setStart({ ...startOf(request), id: newId() }),
        answer: setAnswered,
      }
    : null;
  const dated = useRequestColumns(stock, presses);
  const standing = useDemandColumns(presses?.answer ?? null);
  return (
    <div className={classes.sections}>
      <section aria-labelledby="dated">
        <Title order={2} id="dated" mb="sm">
          <Trans>À livrer</Trans>
        </Title>
        <DataTable
          caption={t`Commandes à livrer`}
          captionHidden
          stacked
          columns={dated}
          rows={requests.filter(({ weekly }) => !weekly)}
          rowKey={({ canteenId, id }) => `${canteenId} ${id}`}
          empty={
            <EmptyState title={t`Aucune commande en attente`}>
              <Trans>Les cantines commandent dans « Légumerie » ; leurs commandes arrivent ici.</Trans>
            </EmptyState>
          }
        />
      </section>
      <section aria-labelledby="standing">
        <Title order={2} id="standing" mb="sm">
          <Trans>Demande de chaque semaine</Trans>
        </Title>
        <DataTable
          caption={t`Cantines qui demandent chaque semaine`}
          captionHidden
          stacked
          foldAfter={15}
          columns={standing}
          rows={requests.filter(({ weekly }) => weekly)}
          rowKey={({ canteenId, id }) => `${canteenId} ${id}`}
          empty={
            <p>
              <Trans>Aucune cantine n'a demandé de livraison régulière.</Trans>
            </p>
          }
        />
      </section>
      <SideDrawer
        title={t`Livrer une cantine`}
        size="xl"
        opened={start !== null}
        onClose={() => setStart(null)}
      >
        {start !== null && (
          <DeliveryForm
            id={start.id}
            legumerieId={workshop.id}
            start={start}
            onSaved={() => setStart(null)}
          />
        )}
      </SideDrawer>
      <AnswerDrawer legumerieId={workshop.id} request={answered} onClose={() => setAnswered(null)} />
    </div>
  );
}
