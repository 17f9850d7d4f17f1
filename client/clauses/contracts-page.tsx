import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { formatDateLong } from "../../shared/format/dates.ts";
import { newId } from "../../shared/ids.ts";
import { SectionTabs } from "../sections.tsx";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FigureTile, FigureTiles } from "../ui/figure-tiles.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { TableDownload } from "../ui/table-download.tsx";
import { MoneyText, PercentText } from "../ui/values.tsx";
import classes from "./clauses.module.css";
import type { ContractList } from "./contract-data.ts";
import { ContractsFilters } from "./contracts-filters.tsx";
import { ContractsTable } from "./contracts-table.tsx";
import { HoursText } from "./hours-text.tsx";
import type { ContractsSearch } from "./search.ts";
import { filterOf } from "./search.ts";

const route = getRouteApi("/layout/territoire/clauses");

const ContractForm = lazy(() =>
  import("./contract-form.tsx").then((file) => ({ default: file.ContractForm })),
);

const ImportDrawer = lazy(() =>
  import("./import-drawer.tsx").then((file) => ({ default: file.ImportDrawer })),
);

/** Every contract of the organisation, what asks for something first. */
export function ContractsPage(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [added, setAdded] = useState<string | null>(null);
  const [importing, setImporting] = useState(false);
  const filter = filterOf(search);
  const query = useQuery({
    ...trpc.clauses.contracts.queryOptions({ filter }),
    placeholderData: keepPreviousData,
  });
  const change = (next: Partial<Record<keyof ContractsSearch, unknown>>): void =>
    void navigate({ search: (now) => ({ ...now, ...next }) as ContractsSearch, replace: true });
  const add = query.data?.mayWrite === true && (
    <Button leftSection={<Icon name="plus" />} onClick={() => setAdded(newId())}>
      <Trans>Ajouter un marché</Trans>
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t`Clauses sociales`}
        lead={<Trans>Les marchés de l'organisation et les heures d'insertion faites, mois par mois.</Trans>}
        actions={
          <>
            <CopyLink />
            {query.data?.mayWrite === true && (
              <Button
                variant="default"
                leftSection={<Icon name="upload" />}
                onClick={() => setImporting(true)}
              >
                <Trans>Importer des heures</Trans>
              </Button>
            )}
            {add}
          </>
        }
      />
      <SectionTabs section="territoire" />
      <QueryView query={query} lines={10}>
        {(list) => (
          <>
            <Totals list={list} filtered={Object.keys(search).length > 0} />
            <ContractsFilters
              search={search}
              years={list.years}
              onChange={change}
              onClear={() => navigate({ search: {}, replace: true })}
            />
            <ContractsTable
              list={list}
              refreshing={query.isPlaceholderData}
              download={tableFile("marches", { filter })}
              empty={
                Object.keys(search).length > 0 ? (
                  <EmptyState title={t`Aucun marché ne répond à ces filtres`}>
                    <Trans>Élargissez-les, ou affichez tout.</Trans>
                  </EmptyState>
                ) : (
                  <EmptyState title={t`Aucun marché`} action={add}>
                    <Trans>
                      Ajoutez un marché, ses lots et leurs clauses : les heures prévues, faites et attendues
                      se suivront ici.
                    </Trans>
                  </EmptyState>
                )
              }
            />
            {list.rows.length > 0 && (
              <TableDownload
                of={t`Clauses de ces marchés, une ligne chacune`}
                label={t`Une ligne par clause :`}
                {...tableFile("clauses-sociales", { filter })}
              />
            )}
            {list.rows.length > 0 && <MethodNote list={list} />}
          </>
        )}
      </QueryView>
      {importing && (
        <Suspense fallback={null}>
          <ImportDrawer onClose={() => setImporting(false)} />
        </Suspense>
      )}
      <SideDrawer
        title={t`Ajouter un marché`}
        size="xl"
        opened={added !== null}
        onClose={() => setAdded(null)}
      >
        {added !== null && (
          <Suspense fallback={null}>
            <ContractForm
              id={added}
              contract={null}
              onSaved={(contractId) =>
                void navigate({ to: "/territoire/clauses/$contractId", params: { contractId } })
              }
            />
          </Suspense>
        )}
      </SideDrawer>
    </>
  );
}

function Totals({ list, filtered }: { list: ContractList; filtered: boolean }): React.ReactNode {
  const { t } = useLingui();
  const { totals } = list;
  const { withClause, contracts, withClauseHtCents, amountHtCents, plannedE2, doneE2, late, behindE2 } =
    totals;
  return (
    <section
      className={classes.totals}
      aria-label={filtered ? t`Chiffres des marchés filtrés` : t`Chiffres de tous les marchés`}
    >
      <FigureTiles>
        <FigureTile
          title={t`Marchés avec une clause`}
          value={
            <Trans>
              {withClause} sur {contracts}
            </Trans>
          }
        >
          <Trans>
            <MoneyText cents={withClauseHtCents} whole /> HT, soit{" "}
            <PercentText ratio={{ numerator: withClauseHtCents, denominator: amountHtCents }} /> du montant
          </Trans>
        </FigureTile>
        <FigureTile title={t`Heures faites`} value={<HoursText e2={doneE2} whole />}>
          <Trans>
            sur <HoursText e2={plannedE2} whole /> prévues,{" "}
            <PercentText ratio={{ numerator: doneE2, denominator: plannedE2 }} />
          </Trans>
        </FigureTile>
        <FigureTile
          title={t`Marchés en retard`}
          value={
            <>
              {late > 0 && <Icon name="alert" size={22} />} {late}
            </>
          }
        >
          {late === 0 ? (
            <Trans>aucune heure ne manque</Trans>
          ) : (
            <Trans>
              <HoursText e2={behindE2} whole /> manquent à ce jour
            </Trans>
          )}
        </FigureTile>
      </FigureTiles>
    </section>
  );
}

function MethodNote({ list }: { list: ContractList }): React.ReactNode {
  const locale = useLocale();
  const asOf = list.rows.find(({ progress }) => progress !== null)?.progress?.asOf;
  if (asOf === undefined) return null;
  const day = formatDateLong(asOf, locale);
  return (
    <p className={classes.detail}>
      <Trans>
        Les heures attendues (le trait de chaque barre) suivent les jours écoulés entre le début et la fin de
        la clause, au {day} : les heures se comptent par mois, et celles du mois en cours ne sont pas encore
        connues. Une clause est en retard quand il lui manque plus de 5 % de ses heures prévues.
      </Trans>{" "}
      <Plural value={list.totals.contracts} one="# marché compté." other="# marchés comptés." />
    </p>
  );
}
