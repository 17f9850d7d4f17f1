import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { TableDownload } from "../ui/table-download.tsx";
import { TablePager } from "../ui/table-pager.tsx";
import classes from "./history.module.css";
import { HistoryFilters } from "./history-filters.tsx";
import { HistoryList } from "./history-list.tsx";
import { useJournals } from "./journals.ts";
import type { HistorySearch } from "./search.ts";

const route = getRouteApi("/layout/historique");

export function HistoryPage(): React.ReactNode {
  const { t } = useLingui();
  const journal = useJournal();
  return (
    <>
      <PageHeader
        title={t`Historique`}
        lead={
          <Trans>Qui a changé quoi, quand, et ce que c'était avant. Rien ne s'efface de cette page.</Trans>
        }
        actions={
          journal !== null && <CopyLink complete={journal.id === null ? {} : { cantine: journal.id }} />
        }
      />
      {journal === null ? (
        <EmptyState title={t`Aucun historique à montrer`}>
          <Trans>
            Votre compte n'a pas encore de cantine. Demandez à votre administration de vous en donner une.
          </Trans>
        </EmptyState>
      ) : (
        <Journal key={journal.id} canteenId={journal.id} />
      )}
    </>
  );
}

/** The record shown: `id` null is the organisation's; null when the person has none at all. */
function useJournal(): { id: string | null } | null {
  const { canteen } = useSession();
  const { canteens, organisation } = useJournals();
  const { journal, cantine } = route.useSearch();
  if (organisation && journal === "organisation") return { id: null };
  const wanted = cantine ?? canteen?.id;
  const shown = canteens.find(({ id }) => id === wanted) ?? canteens[0];
  if (shown !== undefined) return { id: shown.id };
  return organisation ? { id: null } : null;
}

function Journal({ canteenId }: { canteenId: string | null }): React.ReactNode {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const query = useHistory(canteenId);
  const { page: _page, ...filter } = filterOf(route.useSearch());
  return (
    <>
      <HistoryFilters canteenId={canteenId} people={query.data?.people ?? []} />
      <QueryView query={query} lines={10}>
        {(page) =>
          page.total === 0 ? (
            <Nothing />
          ) : (
            <div className={classes.block} aria-busy={query.isPlaceholderData}>
              <HistoryList page={page} canteenId={canteenId} />
              <TableDownload
                of={t`Historique`}
                {...(canteenId === null
                  ? tableFile("historique-organisation", filter)
                  : tableFile("historique-cantine", { canteenId, ...filter }))}
              />
              <TablePager
                page={{ index: page.page - 1, size: page.pageSize, total: page.total }}
                onPage={(index) => void navigate({ search: (now) => ({ ...now, page: index + 1 }) })}
              />
            </div>
          )
        }
      </QueryView>
    </>
  );
}

function useHistory(canteenId: string | null) {
  const trpc = useTRPC();
  const filter = filterOf(route.useSearch());
  const ofCanteen = useQuery({
    ...trpc.audit.listOfCanteen.queryOptions({ canteenId: canteenId ?? "", ...filter }),
    enabled: canteenId !== null,
    placeholderData: keepPreviousData,
  });
  const ofOrganisation = useQuery({
    ...trpc.audit.listOfOrganisation.queryOptions(filter),
    enabled: canteenId === null,
    placeholderData: keepPreviousData,
  });
  return canteenId === null ? ofOrganisation : ofCanteen;
}

function filterOf({ quoi, objet, personne, du, au, page = 1 }: HistorySearch) {
  return {
    page,
    ...(quoi === undefined ? {} : { noun: quoi }),
    ...(objet === undefined ? {} : { nounId: objet }),
    ...(personne === undefined ? {} : { userId: personne }),
    ...(du === undefined ? {} : { from: du }),
    ...(au === undefined ? {} : { to: au }),
  };
}

function Nothing(): React.ReactNode {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { journal, cantine, ...filters } = route.useSearch();
  if (Object.keys(filters).length === 0)
    return (
      <EmptyState title={t`Aucun changement pour l'instant`}>
        <Trans>Chaque commande saisie, modifiée ou supprimée s'inscrira ici d'elle-même.</Trans>
      </EmptyState>
    );
  const kept: HistorySearch = {
    ...(journal === undefined ? {} : { journal }),
    ...(cantine === undefined ? {} : { cantine }),
  };
  return (
    <EmptyState
      title={t`Aucun changement ne correspond`}
      action={
        <Button variant="default" onClick={() => void navigate({ search: kept })}>
          <Trans>Retirer les filtres</Trans>
        </Button>
      }
    >
      <Trans>Élargissez la période ou choisissez une autre personne.</Trans>
    </EmptyState>
  );
}
