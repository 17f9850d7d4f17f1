import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCanteens } from "../../db/queries/canteens.ts";
import { listLineNames } from "../../db/queries/line-texts.ts";
import type { FigureLine, LinesQuery } from "../../db/queries/lines.ts";
import { listFigureLines, sumFigureCells, sumFigureLines } from "../../db/queries/lines.ts";
import { listSupplierStatuses } from "../../db/queries/supplier-statuses.ts";
import { addDays, daysBetween, yearOf } from "../../shared/calendar.ts";
import { monthCellsOf } from "../../shared/cell-digest.ts";
import type { LineFilter } from "../../shared/drill-down.ts";
import { conditionsOf, factsOf, isPartOf, LINES_PAGE_SIZE } from "../../shared/drill-down.ts";
import type { Totals } from "../../shared/figures.ts";
import { totalsOf } from "../../shared/figures.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import { addMonths, isInRange } from "../../shared/periods.ts";
import type { SupplierStatus } from "../../shared/supplier-statuses.ts";
import { readDigests } from "./canteen-digests.ts";

const FEW_LINES = 5_000;

/** One page of the lines behind a figure, and the figure itself summed from all of them. */
export interface FigureLinesPage {
  totals: Totals;
  lines: FigureLine[];
  /** Names of the canteens of these lines. */
  canteens: { id: Id; name: string }[];
  /** What their suppliers are, were or will be: why a line counts in the social economy. */
  statuses: SupplierStatus[];
  page: number;
  pageSize: number;
}

/** The lines of the canteens that the filter keeps, and what they add up to. */
export async function readFigureLines(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
  filter: LineFilter,
): Promise<FigureLinesPage> {
  const page = filter.page ?? 0;
  const asked = linesQuery(canteenIds, filter);
  const query = { ...asked, names: await listLineNames(db, asked.text) };
  const totals = await sumOf(db, query);
  const wanted = { offset: page * LINES_PAGE_SIZE, limit: LINES_PAGE_SIZE };
  const lines =
    filter.sort === "amount"
      ? await listFigureLines(db, query, { sort: "amount", ...wanted })
      : await listLatestLines(db, query, { ...wanted, lines: totals.lines });
  const named = await listCanteens(db, [...new Set(lines.map((line) => line.canteenId))]);
  const social = lines.filter((line) => line.social !== 0).map(({ supplierId }) => supplierId);
  return {
    totals,
    lines,
    canteens: named.map(({ id, name }) => ({ id, name })),
    statuses: await listSupplierStatuses(db, social),
    page,
    pageSize: LINES_PAGE_SIZE,
  };
}

/** The figure that the lines add up to: of the cube, but for what only a line's verdict or name says. */
async function sumOf(db: Kysely<Database>, query: LinesQuery): Promise<Totals> {
  const { canteenIds, fromMonth, toMonth, supplierId, text, conditions, status } = query;
  if (status !== null || text !== "") return await sumFigureLines(db, query);
  if (canteenIds.length === 1 || fromMonth === null || toMonth === null)
    return await sumFigureCells(db, query);
  const range = { fromMonth, toMonth };
  const { digests } = await readDigests(db, {
    ...range,
    range,
    canteenIds,
    year: yearOf(toMonth),
    filter: supplierId === null ? {} : { supplier: supplierId },
  });
  const cells = monthCellsOf(
    digests.map(({ digest }) => digest),
    range,
  );
  return totalsOf(cells.filter((cell) => isInRange(cell.month, range) && isPartOf(conditions, cell)));
}

/**
 * A page of the latest lines, of `lines` in all. Of many canteens they are looked for among the last days first, as
 * many as should hold them, then among four times as many: all of a year's would be sorted for fifty.
 */
async function listLatestLines(
  db: Kysely<Database>,
  query: LinesQuery,
  { offset, limit, lines }: { offset: number; limit: number; lines: number },
): Promise<FigureLine[]> {
  const { canteenIds, fromMonth, toMonth } = query;
  const page = { sort: "date" as const, offset, limit };
  if (lines <= offset) return [];
  // Few enough to be sorted whole where each try would look for the words anew.
  const isFew = query.text !== "" && !query.names && lines <= FEW_LINES;
  if (!isFew && canteenIds.length > 1 && fromMonth !== null && toMonth !== null) {
    const [first, last] = [`${fromMonth}-01`, addDays(`${addMonths(toMonth, 1)}-01`, -1)];
    const days = daysBetween(first, last) + 1;
    const needed = Math.min(lines, offset + limit);
    for (let width = Math.ceil((2 * days * needed) / lines); width < days; width *= 4) {
      const found = await listFigureLines(db, query, { ...page, since: addDays(last, 1 - width) });
      if (found.length === needed - offset) return found;
    }
  }
  return await listFigureLines(db, query, page);
}

/** What the database is asked for a filter of the address. */
export function linesQuery(canteenIds: readonly Id[], filter: LineFilter): LinesQuery {
  const facts = filter.fact === undefined ? factsOf(filter.indicator) : [filter.fact];
  return {
    canteenIds,
    fromMonth: filter.from ?? null,
    toMonth: filter.to ?? null,
    supplierId: filter.supplier ?? null,
    text: searchKey(filter.text ?? ""),
    conditions: conditionsOf(filter),
    status: filter.status === undefined ? null : { facts, status: filter.status },
  };
}
