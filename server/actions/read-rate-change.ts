import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { sumPeriodCells } from "../../db/queries/cells.ts";
import type { DashboardCanteen, DashboardSurroundings } from "../../db/queries/dashboard.ts";
import { findDashboardSurroundings } from "../../db/queries/dashboard.ts";
import type { FigureSupplier } from "../../db/queries/figures.ts";
import { yearOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { FigureFilter } from "../../shared/figure-filter.ts";
import type { Id } from "../../shared/ids.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import type { PredicateRow } from "../../shared/indicators/predicate.ts";
import { basePredicate, indicatorPredicate, matches } from "../../shared/indicators/predicate.ts";
import { rateChangeOf } from "../../shared/indicators/rate-change.ts";
import type { Counts, JudgedAmounts, Period } from "../../shared/indicators/rate-change-items.ts";
import { unitsOf } from "../../shared/indicators/rate-change-items.ts";
import { lawDays } from "../../shared/law/rule-sets.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { monthsBetween } from "../../shared/periods.ts";
import type { ShownRateChange } from "../../shared/rate-changes.ts";
import { showRateChange } from "../../shared/rate-changes.ts";
import { judgeElsewhen } from "./judge-elsewhen.ts";

export interface RateChangeAsked {
  before: MonthRange;
  now: MonthRange;
  indicator: Indicator;
  basis: Basis;
  filter: FigureFilter;
}

/** Why a rate moved between two periods, with the names its rows need. */
export interface RateChangeAnswer {
  /** Null: nothing was bought in one of the periods. */
  change: ShownRateChange | null;
  /** Days on which another definition of « local » came into force between the periods; none when it plays no part. */
  definitionDays: IsoDate[];
  /** The same of the rules of the law. When both changed, one part tells of both together. */
  lawDays: IsoDate[];
  /** False: the purchases are too many to be judged again, and the effect of those rules is among the choices. */
  rulesTold: boolean;
  canteens: Pick<DashboardCanteen, "id" | "name">[];
  suppliers: Pick<FigureSupplier, "id" | "name">[];
}

/** Lines that are classified again, at most, to tell what other rules change. */
const MOST_LINES = 60_000;

/**
 * Why the confirmed rate of these canteens moved: two statements on the cube; where another definition of « local » or
 * another law came into force, the lines of those canteens too, judged by the rules of both periods.
 */
export async function readRateChange(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
  asked: RateChangeAsked,
): Promise<RateChangeAnswer> {
  const { before, now, indicator, basis, filter } = asked;
  const base = basePredicate(indicator);
  const [cells, around] = await Promise.all([
    sumPeriodCells(db, { canteenIds, before, now, narrowed: filter }),
    findDashboardSurroundings(db, {
      canteenIds,
      fromMonth: before.fromMonth,
      toMonth: now.toMonth,
      year: yearOf(now.toMonth),
    }),
  ]);
  const known = cells.filter((cell) => matches(base, { ...cell }));
  const redefined = redefinitions(around, asked);
  const law = lawChanges(asked);
  const judged = law.length > 0 ? around.canteens.map(({ id }) => id) : redefined.canteenIds;
  const ids = new Set(judged);
  const lines = known.filter(({ canteenId }) => ids.has(canteenId)).reduce((sum, one) => sum + one.lines, 0);
  const told = lines <= MOST_LINES;
  const amounts = known
    .filter(({ canteenId }) => !(told && ids.has(canteenId)))
    .map(({ period, ...cell }): JudgedAmounts => {
      const counts = countsOf(cell, indicator);
      return { ...cell, period, counts: [counts, counts], ...unitsOf(cell, basis) };
    });
  for (const canteenId of told ? judged : []) amounts.push(...(await amountsElsewhen(db, canteenId, asked)));
  const change = rateChangeOf(amounts);
  return {
    change:
      change && showRateChange(change, law.length > 0 && redefined.days.length === 0 ? "law" : "definition"),
    definitionDays: redefined.days,
    lawDays: law,
    rulesTold: told,
    canteens: around.canteens.map(({ id, name }) => ({ id, name })),
    suppliers: around.suppliers.map(({ id, name }) => ({ id, name })),
  };
}

/** Days between the periods from which the law judges what this indicator counts otherwise. */
function lawChanges({ indicator, before, now }: RateChangeAsked): IsoDate[] {
  if (indicator === "LOCAL") return [];
  const { sets, ce2 } = lawDays();
  const ofCe2 = indicator === "EGALIM" || indicator === "MEAT_FISH" ? ce2 : [];
  return [...new Set([...sets, ...ofCe2])]
    .filter((day) => day > `${before.fromMonth}-01` && day <= `${now.toMonth}-31`)
    .sort();
}

/** The canteens whose organisation defined « local » anew after the first period began, and the days. */
function redefinitions(
  { canteens, definitions }: DashboardSurroundings,
  { indicator, before, now }: RateChangeAsked,
): { canteenIds: Id[]; days: IsoDate[] } {
  if (indicator !== "LOCAL" && indicator !== "SHORT_OR_LOCAL") return { canteenIds: [], days: [] };
  const changed = definitions.filter(
    ({ validFrom }) => validFrom > `${before.fromMonth}-01` && validFrom <= `${now.toMonth}-31`,
  );
  const owners = new Set(changed.map(({ organisationId }) => organisationId));
  return {
    canteenIds: canteens.filter(({ organisationId }) => owners.has(organisationId)).map(({ id }) => id),
    days: [...new Set(changed.map(({ validFrom }) => validFrom))].sort(),
  };
}

async function amountsElsewhen(
  db: Kysely<Database>,
  canteenId: Id,
  { before, now, indicator, basis, filter }: RateChangeAsked,
): Promise<JudgedAmounts[]> {
  const monthsLater = monthsBetween(before.fromMonth, now.fromMonth);
  const base = basePredicate(indicator);
  const amountsIn = async (period: Period): Promise<JudgedAmounts[]> => {
    const lines = await judgeElsewhen(db, canteenId, {
      range: period === 0 ? before : now,
      monthsLater: period === 0 ? monthsLater : -monthsLater,
      filter,
    });
    return lines
      .filter(({ own }) => matches(base, own))
      .map(({ supplierId, family, own, elsewhen, amountCents, weightGrams }) => {
        const [here, there] = [countsOf(own, indicator), countsOf(elsewhen, indicator)];
        const weighedCents = weightGrams === null ? 0 : amountCents;
        return {
          canteenId,
          supplierId,
          family,
          period,
          counts: period === 0 ? [here, there] : [there, here],
          ...unitsOf({ amountCents, weightGrams: weightGrams ?? 0, weighedCents }, basis),
        };
      });
  };
  return [...(await amountsIn(0)), ...(await amountsIn(1))];
}

function countsOf(row: PredicateRow, indicator: Indicator): Counts {
  return {
    strict: matches(indicatorPredicate(indicator, "strict"), row),
    declared: matches(indicatorPredicate(indicator, "declared"), row),
  };
}
