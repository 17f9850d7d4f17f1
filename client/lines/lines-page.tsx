import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { yearOf } from "../../shared/calendar.ts";
import type { LineSearch } from "../../shared/drill-down.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import { COURT_OU_PROXIMITE_LABELS, INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import { SOCIAL_INDICATOR_LABELS } from "../../shared/indicators/social.ts";
import { amountLabel } from "../../shared/yearly-form/labels.ts";
import { useLinkedCanteen } from "../linked-canteen.ts";
import { PurchaseLinks } from "../purchase-links.tsx";
import { useSession } from "../session-context.tsx";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { LinkButton } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { TableDownload } from "../ui/table-download.tsx";
import { TablePager } from "../ui/table-pager.tsx";
import { MoneyText, WeightText } from "../ui/values.tsx";
import { LineItem } from "./line-item.tsx";
import classes from "./lines.module.css";
import { LinesFilters } from "./lines-filters.tsx";
import { filterOf } from "./search.ts";
import { PART_LABELS } from "./words.ts";

const GRAMS_IN_TONNE = 1_000_000;

const route = getRouteApi("/layout/lignes");

/** The lines behind any figure, why each counts, and what they add up to. */
export function LinesPage(): React.ReactNode {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { t } = useLingui();
  useLinkedCanteen(search.canteen, (canteen) => {
    void navigate({ search: ({ page: _page, ...now }) => ({ ...now, canteen }), replace: true });
  });
  const query = useLines(search);
  const toCheck = search.status === "toCheck";
  return (
    <>
      <PageHeader
        title={toCheck ? t`Lignes à vérifier` : t`Lignes`}
        lead={<Lead search={search} />}
        actions={
          <>
            <CopyLink />
            <ToCheckLink search={search} />
          </>
        }
      />
      <LinesFilters
        search={search}
        onChange={({ page: _page, ...changed }) => void navigate({ search: changed, replace: true })}
      />
      <QueryView query={query} lines={12}>
        {(page) => (
          <LineList
            page={page}
            search={search}
            namesCanteen={search.canteen === undefined}
            onPage={(index) =>
              void navigate({
                search: ({ page: _page, ...now }) => (index === 0 ? now : { ...now, page: index }),
              })
            }
          />
        )}
      </QueryView>
    </>
  );
}

function useLines(search: LineSearch) {
  const trpc = useTRPC();
  const filter = filterOf(search);
  const { canteen, territory, group } = search;
  const ofCanteen = useQuery({
    ...trpc.lines.canteen.queryOptions({ canteenId: canteen ?? "", filter }),
    enabled: canteen !== undefined,
    placeholderData: keepPreviousData,
  });
  const ofTerritory = useQuery({
    ...trpc.lines.territory.queryOptions({
      territoryCode: territory ?? null,
      groupId: group ?? null,
      filter,
    }),
    enabled: canteen === undefined,
    placeholderData: keepPreviousData,
  });
  return canteen === undefined ? ofTerritory : ofCanteen;
}

/** Which figure these lines are behind, in words. */
function Lead({ search }: { search: LineSearch }): React.ReactNode {
  const { t, i18n } = useLingui();
  const locale = useLocale();
  const { canteens, organisationName } = useSession();
  const trpc = useTRPC();
  const { indicator, cell, amount, social, part = "declared", from, to, territory } = search;
  const named = useQuery({
    ...trpc.territories.territory.queryOptions({ code: territory ?? "" }),
    enabled: territory !== undefined,
  });
  const groups = useQuery({
    ...trpc.canteenGroups.list.queryOptions({ territoryCode: territory ?? null }),
    enabled: search.group !== undefined,
    staleTime: 300_000,
  });
  const group = groups.data?.find(({ id }) => id === search.group)?.name;
  const whose =
    search.canteen === undefined
      ? territory === undefined
        ? organisationName
        : named.data?.name
      : canteens.find(({ id }) => id === search.canteen)?.name;
  const figure =
    amount !== undefined
      ? amountLabel(amount, { year: from === undefined ? 0 : yearOf(from), locale })
      : cell !== undefined
        ? COURT_OU_PROXIMITE_LABELS[cell][locale]
        : indicator !== undefined
          ? INDICATOR_LABELS[indicator][locale]
          : t`Tous les achats`;
  const seller = social === undefined ? null : SOCIAL_INDICATOR_LABELS[social][locale];
  const whole = cell === undefined && indicator === undefined && amount === undefined && social === undefined;
  const counted = whole ? null : i18n._(PART_LABELS[part]);
  const { text } = search;
  const words = text === undefined ? null : t`«\u00A0${text}\u00A0»`;
  return [whose, group, figure, words, seller, counted, periodWords({ from, to }, locale)]
    .filter((words) => words !== null && words !== undefined && words !== "")
    .join(" · ");
}

function periodWords({ from, to }: LineSearch, locale: "fr" | "en"): string {
  if (from !== undefined && to !== undefined && from.endsWith("-01") && to === `${from.slice(0, 4)}-12`)
    return from.slice(0, 4);
  if (from !== undefined && from === to) return formatMonth(from, locale);
  return [from, to].flatMap((month) => (month === undefined ? [] : [formatMonth(month, locale)])).join(" – ");
}

function ToCheckLink({ search }: { search: LineSearch }): React.ReactNode {
  if (search.status === "toCheck") return null;
  const { page: _page, cell: _cell, amount: _amount, ...rest } = search;
  return (
    <LinkButton
      variant="default"
      to="/lignes"
      search={{
        ...rest,
        status: "toCheck",
        sort: "amount",
        ...(search.indicator === undefined ? {} : { part: "base" as const }),
      }}
    >
      <Trans>À vérifier d'abord</Trans>
    </LinkButton>
  );
}

/** The filter as a file's address says it. */
function queryOf({ page: _page, ...search }: LineSearch): Record<string, string | undefined> {
  return search;
}

interface LineListProps {
  search: LineSearch;
  page: RouterOutputs["lines"]["canteen"];
  /** Lines of several canteens say whose they are. */
  namesCanteen: boolean;
  onPage: (index: number) => void;
}

function LineList({ page, search, namesCanteen, onPage }: LineListProps): React.ReactNode {
  const { t } = useLingui();
  const { totals, lines, canteens, statuses } = page;
  const { lines: count } = totals;
  const names = new Map(canteens.map(({ id, name }) => [id, name]));
  if (totals.lines === 0) {
    return (
      <EmptyState title={t`Aucune ligne`} action={<PurchaseLinks />}>
        <Trans>Rien ne correspond à ces filtres : élargissez la période ou retirez un filtre.</Trans>
      </EmptyState>
    );
  }
  return (
    <div className={classes.block}>
      <p className={classes.totals} aria-live="polite">
        <strong className={classes.sum}>
          <MoneyText cents={totals.amountCents} />
        </strong>{" "}
        <span>
          <Trans>hors taxes</Trans>
          {" · "}
          <Plural value={count} one="# ligne" other="# lignes" />
          {" · "}
          <WeightText grams={totals.weightGrams} tonnes={totals.weightGrams >= GRAMS_IN_TONNE} />
        </span>
      </p>
      <ul className={classes.list}>
        {lines.map((line) => (
          <LineItem
            key={line.id}
            line={line}
            statuses={statuses}
            canteenName={namesCanteen ? (names.get(line.canteenId) ?? null) : null}
          />
        ))}
      </ul>
      <TableDownload path="/files/tableaux/lignes" query={queryOf(search)} of={t`Lignes`} />
      <TablePager page={{ index: page.page, size: page.pageSize, total: totals.lines }} onPage={onPage} />
    </div>
  );
}
