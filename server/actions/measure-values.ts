import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCells } from "../../db/queries/cells.ts";
import { sumDelivered } from "../../db/queries/legumerie-figures.ts";
import { daysInMonth } from "../../shared/calendar.ts";
import type { Cell } from "../../shared/cells.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import { groupBy } from "../../shared/grouping.ts";
import type { Id } from "../../shared/ids.ts";
import type { JudgedCell } from "../../shared/indicators/judged-cells.ts";
import { judgeCells, sharesOfJudged } from "../../shared/indicators/judged-cells.ts";
import type { DeliveredSum } from "../../shared/legumerie/figures.ts";
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
  const canteens = reached.filter(({ measure }) => FIGURE_SOURCES[measure.figure].from === "purchases");
  const workshops = reached.filter(({ measure }) => FIGURE_SOURCES[measure.figure].from === "workshop");
  const canteenIds = [...new Set(canteens.flatMap((one) => one.canteenIds))];
  const range = first === undefined || last === undefined ? null : spanOf(first, last);
  const cells: Cell[] =
    range === null || canteenIds.length === 0 ? [] : await listCells(db, { canteenIds, ...range });
  const delivered = new Map<Id, DeliveredSum[]>();
  if (range !== null)
    for (const legumerieId of new Set(workshops.flatMap((one) => one.legumerieId ?? [])))
      delivered.set(legumerieId, await sumDelivered(db, { legumerieId, ...daysOf(range) }));
  return {
    cells: judgeCells(cells),
    delivered,
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
    case "purchases": {
      const ids = new Set(canteenIds);
      const own = sources.cells.filter((cell) => ids.has(cell.canteenId));
      return months.map((month) => {
        const inside = own.filter((cell) => isInRange(cell.month, measuredRange(month)));
        const ratio = sharesOfJudged(inside, "value")[source.indicator][measure.certainty];
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
    case "typed": {
      const typed = sources.typed.get(measure.id) ?? [];
      return months.map((month) => ({ month, value: lastTyped(measure, typed, month) }));
    }
  }
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
