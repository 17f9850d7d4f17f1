import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCells } from "../../db/queries/cells.ts";
import { listClauseHours } from "../../db/queries/clause-hours.ts";
import { sumDelivered } from "../../db/queries/legumerie-figures.ts";
import { listMonthHours } from "../../db/queries/legumerie-hours.ts";
import { daysInMonth } from "../../shared/calendar.ts";
import type { Cell, Ratio } from "../../shared/cells.ts";
import type { ClauseHours } from "../../shared/clauses/hours.ts";
import { sumHoursE2 } from "../../shared/clauses/hours.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import { groupBy } from "../../shared/grouping.ts";
import type { Id } from "../../shared/ids.ts";
import type { JudgedCell } from "../../shared/indicators/judged-cells.ts";
import { judgeCells, sharesOfJudged } from "../../shared/indicators/judged-cells.ts";
import { socialSharesOf } from "../../shared/indicators/social.ts";
import type { DeliveredSum } from "../../shared/legumerie/figures.ts";
import type { MonthHours } from "../../shared/legumerie/hours.ts";
import { insertionHoursE2 } from "../../shared/legumerie/hours.ts";
import type { Certainty } from "../../shared/marks.ts";
import type { FigureSource } from "../../shared/measure-figures.ts";
import { FIGURE_SOURCES } from "../../shared/measure-figures.ts";
import { measuredRange, shareBpOf } from "../../shared/measure-progress.ts";
import type { Measure, MeasureEntry, MeasurePoint } from "../../shared/measures.ts";
import { isInRange } from "../../shared/periods.ts";
import type { ReachedMeasure } from "./measure-reach.ts";

/** What values are worked out from, read once for several measures. */
export interface MeasureSources {
  cells: readonly JudgedCell[];
  /** Deliveries of each workshop. */
  delivered: ReadonlyMap<Id, readonly DeliveredSum[]>;
  /** Months of work of each workshop. */
  worked: ReadonlyMap<Id, readonly MonthHours[]>;
  /** Hours done under the clauses of each organisation. */
  clauses: ReadonlyMap<Id, readonly ClauseHours[]>;
  /** Typed values of each measure. */
  typed: ReadonlyMap<Id, readonly MeasureEntry[]>;
}

/** Reads what these measures need so that their value at the end of each of these months may be told. */
export async function readMeasureSources(
  db: Kysely<Database>,
  reached: readonly ReachedMeasure[],
  { months, entries }: { months: readonly IsoMonth[]; entries: readonly MeasureEntry[] },
): Promise<MeasureSources> {
  const [first, last] = [months[0], months.at(-1)];
  const from = (source: FigureSource["from"]): ReachedMeasure[] =>
    reached.filter(({ measure }) => FIGURE_SOURCES[measure.figure].from === source);
  const ofPurchases = [...from("purchases"), ...from("social-purchases")];
  const canteenIds = [...new Set(ofPurchases.flatMap((one) => one.canteenIds))];
  const range = first === undefined || last === undefined ? null : spanOf(first, last);
  const cells: Cell[] =
    range === null || canteenIds.length === 0 ? [] : await listCells(db, { canteenIds, ...range });
  const delivered = new Map<Id, DeliveredSum[]>();
  const worked = new Map<Id, MonthHours[]>();
  const clauses = new Map<Id, ClauseHours[]>();
  if (range !== null) {
    for (const legumerieId of workshopsOf(from("workshop")))
      delivered.set(legumerieId, await sumDelivered(db, { legumerieId, ...daysOf(range) }));
    for (const legumerieId of workshopsOf(from("workshop-hours")))
      worked.set(legumerieId, await listMonthHours(db, { legumerieId, ...range }));
    for (const organisationId of new Set(from("clause-hours").map(({ measure }) => measure.organisationId)))
      clauses.set(
        organisationId,
        await listClauseHours(db, { organisationId, months: range, contractId: null }),
      );
  }
  return {
    cells: judgeCells(cells),
    delivered,
    worked,
    clauses,
    typed: groupBy(
      entries.filter(({ kind }) => kind === "value"),
      ({ measureId }) => measureId,
    ),
  };
}

/** The measure's figure at the end of each month, by the code of the figure's own page; months in order. */
export function measurePoints(
  { measure, canteenIds, legumerieId }: ReachedMeasure,
  sources: MeasureSources,
  months: readonly IsoMonth[],
): MeasurePoint[] {
  const source = FIGURE_SOURCES[measure.figure];
  switch (source.from) {
    case "purchases":
    case "social-purchases": {
      const ids = new Set(canteenIds);
      const own = sources.cells.filter((cell) => ids.has(cell.canteenId));
      return months.map((month) => {
        const inside = own.filter((cell) => isInRange(cell.month, measuredRange(month)));
        const ratio = ratioOf(inside, source, measure.certainty);
        if (source.unit === "share") return { month, value: shareBpOf(ratio) };
        return { month, value: inside.length === 0 ? null : ratio.numerator };
      });
    }
    case "workshop": {
      const own = sources.delivered.get(legumerieId ?? "") ?? [];
      return months.map((month) => {
        const inside = own.filter((sum) => isInRange(sum.month, measuredRange(month)));
        return { month, value: inside.length === 0 ? null : workshopValue(measure, inside) };
      });
    }
    case "workshop-hours": {
      const own = sources.worked.get(legumerieId ?? "") ?? [];
      return hoursPoints(own, months, (inside) => insertionHoursE2(inside.flatMap(({ rows }) => rows)));
    }
    case "clause-hours":
      return hoursPoints(sources.clauses.get(measure.organisationId) ?? [], months, sumHoursE2);
    case "typed": {
      const typed = sources.typed.get(measure.id) ?? [];
      return months.map((month) => ({ month, value: lastTyped(measure, typed, month) }));
    }
  }
}

function ratioOf(
  cells: readonly JudgedCell[],
  source: Extract<FigureSource, { from: "purchases" | "social-purchases" }>,
  certainty: Certainty,
): Ratio {
  return source.from === "purchases"
    ? sharesOfJudged(cells, "value")[source.indicator][certainty]
    : socialSharesOf(cells, "value")[source.indicator][certainty];
}

function hoursPoints<Row extends { month: IsoMonth }>(
  rows: readonly Row[],
  months: readonly IsoMonth[],
  hoursOf: (inside: readonly Row[]) => number,
): MeasurePoint[] {
  return months.map((month) => {
    const inside = rows.filter((one) => isInRange(one.month, measuredRange(month)));
    return { month, value: inside.length === 0 ? null : hoursOf(inside) };
  });
}

function workshopsOf(reached: readonly ReachedMeasure[]): Set<Id> {
  return new Set(reached.flatMap(({ legumerieId }) => legumerieId ?? []));
}

function workshopValue({ figure }: Measure, delivered: readonly DeliveredSum[]): number {
  if (figure === "WORKSHOP_CANTEENS") return new Set(delivered.map(({ canteenId }) => canteenId)).size;
  return delivered.reduce((sum, { grams, refusedGrams }) => sum + grams - refusedGrams, 0);
}

/** The latest value of that month or before; of two of one day, the one written last. The start counts from its day on. */
function lastTyped(measure: Measure, typed: readonly MeasureEntry[], month: IsoMonth): number | null {
  const end = lastDayOf(month);
  const known = typed
    .filter(({ measuredOn }) => measuredOn !== null && measuredOn <= end)
    .toSorted((a, b) => order(a).localeCompare(order(b), "en"));
  return known.at(-1)?.value ?? (measure.startOn <= end ? measure.startValue : null);
}

function order({ measuredOn, writtenAt }: MeasureEntry): string {
  return `${measuredOn} ${writtenAt}`;
}

function spanOf(first: IsoMonth, last: IsoMonth): { fromMonth: IsoMonth; toMonth: IsoMonth } {
  return { fromMonth: measuredRange(first).fromMonth, toMonth: last };
}

function daysOf({ fromMonth, toMonth }: { fromMonth: IsoMonth; toMonth: IsoMonth }): {
  from: string;
  to: string;
} {
  return { from: `${fromMonth}-01`, to: lastDayOf(toMonth) };
}

function lastDayOf(month: IsoMonth): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return `${month}-${String(daysInMonth(year, number)).padStart(2, "0")}`;
}
