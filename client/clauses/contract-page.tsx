import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import {
  CONTRACT_KIND_LABELS,
  CONTRACT_PROCEDURE_LABELS,
  contractAmountHtCents,
} from "../../shared/contracts.ts";
import { formatSiret } from "../../shared/format/identifiers.ts";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import { SideDrawer } from "../ui/dialogs.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { TableDownload } from "../ui/table-download.tsx";
import { showDoneToast, showUndoToast } from "../ui/toasts.tsx";
import { DateText, MoneyText } from "../ui/values.tsx";
import { ClauseSection } from "./clause-section.tsx";
import classes from "./clauses.module.css";
import type { ContractView, ShownLot } from "./contract-data.ts";

const route = getRouteApi("/layout/territoire/clauses/$contractId");

const ContractForm = lazy(() =>
  import("./contract-form.tsx").then((file) => ({ default: file.ContractForm })),
);

/** One contract: its lots, and for each clause the formula, the hours and where they stand. */
export function ContractPage(): React.ReactNode {
  const { t } = useLingui();
  const { contractId } = route.useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.clauses.contract.queryOptions({ contractId }));
  return (
    <>
      <nav data-no-print>
        <TextLink to="/territoire/clauses">
          <Trans>Toutes les clauses sociales</Trans>
        </TextLink>
      </nav>
      <QueryView query={query} lines={10} failedTitle={t`Marché`}>
        {(view) => <Contract key={view.contract.id} view={view} />}
      </QueryView>
    </>
  );
}

function Contract({ view }: { view: ContractView }): React.ReactNode {
  const { t } = useLingui();
  const { contract, mayWrite } = view;
  const [editing, setEditing] = useState(false);
  const clauses = contract.lots.reduce((sum, lot) => sum + lot.clauses.length, 0);
  const { number, subject } = contract;
  return (
    <>
      <PageHeader
        title={`${number} · ${subject}`}
        lead={<Lead view={view} />}
        actions={
          mayWrite && (
            <>
              {view.hours.length === 0 && <RemoveButton view={view} />}
              <Button leftSection={<Icon name="pencil" />} onClick={() => setEditing(true)}>
                <Trans>Modifier le marché</Trans>
              </Button>
            </>
          )
        }
      />
      <div className={classes.sections}>
        {contract.lots.map((lot) => (
          <Lot key={lot.id} lot={lot} view={view} />
        ))}
        {clauses > 0 && (
          <TableDownload
            of={t`Heures de ce marché, par mois et par employeur`}
            {...tableFile("heures-insertion", { contractId: contract.id })}
          />
        )}
      </div>
      <SideDrawer title={t`Modifier le marché`} size="xl" opened={editing} onClose={() => setEditing(false)}>
        {editing && (
          <Suspense fallback={null}>
            <ContractForm
              id={contract.id}
              contract={contract}
              onSaved={() => {
                setEditing(false);
                showDoneToast(t`Marché enregistré`);
              }}
            />
          </Suspense>
        )}
      </SideDrawer>
    </>
  );
}

function Lead({ view: { contract } }: { view: ContractView }): React.ReactNode {
  const locale = useLocale();
  const { kind, procedure, startsOn, endsOn, lots } = contract;
  return (
    <>
      {CONTRACT_KIND_LABELS[kind][locale]}
      {procedure !== null && `, ${CONTRACT_PROCEDURE_LABELS[procedure][locale].toLowerCase()}`} ·{" "}
      <Trans>
        du <DateText date={startsOn} /> au <DateText date={endsOn} />
      </Trans>{" "}
      · <MoneyText cents={contractAmountHtCents(contract)} whole /> HT
      {lots.length > 1 && (
        <>
          {" · "}
          <Plural value={lots.length} one="# lot" other="# lots" />
        </>
      )}
    </>
  );
}

function Lot({ lot, view }: { lot: ShownLot; view: ContractView }): React.ReactNode {
  const { t } = useLingui();
  const { number, subject, holderName, holderSiret, supplierId, amountHtCents, clauses } = lot;
  const title = number === null ? t`Marché non alloti` : t`Lot ${number}`;
  return (
    <section aria-labelledby={lot.id}>
      <Title order={2} id={lot.id}>
        {[title, subject].filter((part) => part !== null).join(" · ")}
      </Title>
      <Text>
        {supplierId === null ? (
          holderName
        ) : (
          <TextLink to="/fournisseurs/$supplierId" params={{ supplierId }}>
            {holderName}
          </TextLink>
        )}
        {holderSiret !== null && ` · SIRET ${formatSiret(holderSiret)}`} ·{" "}
        <MoneyText cents={amountHtCents} whole /> HT
      </Text>
      {clauses.length === 0 && (
        <Text c="dimmed">
          <Trans>Sans clause sociale.</Trans>
        </Text>
      )}
      {clauses.map((clause) => {
        const progress = view.progress[clause.id];
        return progress === undefined ? null : (
          <ClauseSection key={clause.id} view={view} lot={lot} clause={clause} progress={progress} />
        );
      })}
    </section>
  );
}

/** Of a contract without hours: it comes back whole. */
function RemoveButton({ view: { contract } }: { view: ContractView }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const again = useMutation(
    trpc.clauses.save.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  const remove = useMutation(
    trpc.clauses.remove.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: "/territoire/clauses" });
        void queryClient.invalidateQueries();
        const { id, ...input } = contract;
        showUndoToast({ message: t`Marché supprimé`, onUndo: () => again.mutate({ id, input }) });
      },
    }),
  );
  return (
    <Button
      variant="default"
      leftSection={<Icon name="trash" />}
      loading={remove.isPending}
      onClick={() => remove.mutate({ contractId: contract.id })}
    >
      <Trans>Supprimer</Trans>
    </Button>
  );
}
