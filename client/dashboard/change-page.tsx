import { useLingui } from "@lingui/react";
import { Trans, useLingui as useMacro } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { yearOf } from "../../shared/calendar.ts";
import { formatPoints } from "../../shared/format/points.ts";
import { formatPercent } from "../../shared/format/ratios.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import type { ShownPart, ShownRateChange } from "../../shared/rate-changes.ts";
import { PurchaseLinks } from "../purchase-links.tsx";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { useTerritoryChoice } from "../territory-choice.tsx";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { ChartWithTable } from "../ui/chart-with-table.tsx";
import { CopyLink } from "../ui/copy-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import classes from "./change.module.css";
import { ChangeControls } from "./change-controls.tsx";
import type { ChangeAnswer } from "./change-lines.tsx";
import { ChangeLines, changeDownload } from "./change-lines.tsx";
import { ChangeMethod } from "./change-method.tsx";
import { PartsTable } from "./change-parts-table.tsx";
import { ChangeWaterfall } from "./change-waterfall.tsx";
import { PART_NAMES } from "./change-words.ts";
import { PrintButton } from "./dashboard-controls.tsx";
import { COLOURS } from "./dashboard-data.ts";
import { DashboardFilters } from "./dashboard-filters.tsx";
import { FilterWords, PeriodText } from "./filter-words.tsx";
import { comparedPeriods } from "./period.ts";
import type { ChangeSearch } from "./search.ts";
import { scopeOf, withChange } from "./search.ts";

const route = getRouteApi("/layout/territoire/pourquoi");

/** Why a rate moved between two periods: the parts, and the lines behind each. */
export function ChangePage(): React.ReactNode {
  const { t } = useMacro();
  const locale = useLocale();
  const { canteens } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const today = readToday();
  const choice = useTerritoryChoice(search.territory);
  const known: ChangeSearch = {
    ...search,
    ...(choice.code === null || search.canteen !== undefined ? {} : { territory: choice.code }),
  };
  const { indicator = "EGALIM", basis = "value", family, supplier } = search;
  const periods = comparedPeriods(search, today);
  const query = useQuery({
    ...trpc.indicators.change.queryOptions({
      territoryCode: known.territory ?? null,
      groupId: search.group ?? null,
      canteenId: search.canteen ?? null,
      periods,
      indicator,
      basis,
      filter: { ...(family && { family }), ...(supplier && { supplier }) },
    }),
    placeholderData: keepPreviousData,
  });
  const whose =
    search.canteen === undefined ? choice.name : canteens.find(({ id }) => id === search.canteen)?.name;
  const onChange = (change: { [Key in keyof ChangeSearch]?: ChangeSearch[Key] | undefined }): void =>
    void navigate({ search: (now) => withChange(now, change), replace: true });
  return (
    <>
      <PageHeader
        title={t`Pourquoi ce taux a-t-il bougé ?`}
        lead={
          <>
            {[whose, INDICATOR_LABELS[indicator][locale]].filter(Boolean).join(" · ")}
            <FilterWords scope={scopeOf(known)} suppliers={query.data?.suppliers ?? []} />
            {" · "}
            <Trans>
              <PeriodText range={periods.now} /> (avant : <PeriodText range={periods.before} />)
            </Trans>
          </>
        }
        actions={
          <>
            <CopyLink
              complete={{
                indicator,
                from: periods.now.fromMonth,
                to: periods.now.toMonth,
                beforeFrom: periods.before.fromMonth,
                beforeTo: periods.before.toMonth,
                ...(known.territory === undefined ? {} : { territory: known.territory }),
              }}
            />
            <PrintButton />
          </>
        }
      />
      <SectionTabs section="territoire" />
      <ChangeControls search={search} periods={periods} indicator={indicator} onChange={onChange} />
      <DashboardFilters
        page="/territoire/pourquoi"
        search={known}
        suppliers={query.data?.suppliers ?? []}
        years={[yearOf(today), yearOf(today) - 1, yearOf(today) - 2]}
        onChange={onChange}
      />
      <QueryView query={query} lines={10}>
        {(answer) => (
          <ChangeView
            answer={answer}
            search={search}
            periods={periods}
            indicator={indicator}
            basis={basis}
            scope={scopeOf(known)}
          />
        )}
      </QueryView>
    </>
  );
}

interface ChangeViewProps extends Omit<React.ComponentProps<typeof ChangeLines>, "part"> {
  answer: ChangeAnswer;
  search: ChangeSearch;
}

function ChangeView({ answer, search, ...known }: ChangeViewProps): React.ReactNode {
  const { t } = useMacro();
  const { change } = answer;
  if (change === null) {
    return (
      <EmptyState title={t`Rien à comparer`} action={<PurchaseLinks />}>
        <Trans>
          Il faut des achats dans les deux périodes : choisissez-en d'autres ou retirez un filtre.
        </Trans>
      </EmptyState>
    );
  }
  const parts = change.parts.filter(({ part, none }) => !none || ALWAYS.has(part));
  const [largest] = parts.toSorted((a, b) => Math.abs(b.tenths) - Math.abs(a.tenths));
  const shown = parts.find(({ part }) => part === search.part) ?? largest;
  if (shown === undefined) return null;
  return (
    <>
      <Summary change={change} parts={parts} />
      <div className={classes.panels}>
        <ChartWithTable
          title={t`Du taux d'avant au taux de maintenant`}
          chart={
            <ChangeWaterfall
              change={change}
              parts={parts}
              shown={shown.part}
              colour={COLOURS[known.indicator]}
            />
          }
          table={<PartsTable change={change} parts={parts} download={changeDownload("pourquoi", known)} />}
        />
        <ChangeLines part={shown} answer={answer} {...known} />
        <ChangeMethod answer={answer} />
      </div>
    </>
  );
}

/** Said even when they moved nothing; amounts without weight and definitions only when they play a part. */
const ALWAYS: ReadonlySet<string> = new Set(["volume", "mix", "price", "proof"]);

/** One sentence: from what to what, and the two parts that count most. */
function Summary({
  change,
  parts,
}: {
  change: ShownRateChange;
  parts: readonly ShownPart[];
}): React.ReactNode {
  const { i18n } = useLingui();
  const locale = useLocale();
  const [before, now] = [formatPercent(change.before, locale), formatPercent(change.now, locale)];
  const moved = formatPoints(change.tenths, locale);
  const [first, second] = parts
    .filter(({ tenths }) => tenths !== 0)
    .toSorted((a, b) => Math.abs(b.tenths) - Math.abs(a.tenths))
    .map(({ part, tenths }) => `${i18n._(PART_NAMES[part])} (${formatPoints(tenths, locale)})`);
  return (
    <p className={classes.summary}>
      {change.tenths === 0 ? (
        <Trans>
          Le taux confirmé est resté à <strong>{now}</strong>.
        </Trans>
      ) : (
        <Trans>
          Le taux confirmé est passé de {before} à <strong>{now}</strong> : {moved}.
        </Trans>
      )}{" "}
      {first !== undefined && second === undefined && <Trans>Ce qui compte : {first}.</Trans>}
      {first !== undefined && second !== undefined && (
        <Trans>
          Ce qui compte le plus : {first}, puis {second}.
        </Trans>
      )}
    </p>
  );
}
