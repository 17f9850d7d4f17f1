import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCanteens } from "../../db/queries/canteens.ts";
import type { FigureLine, LinesQuery } from "../../db/queries/lines.ts";
import { listFigureLines, sumFigureLines } from "../../db/queries/lines.ts";
import { listSupplierStatuses } from "../../db/queries/supplier-statuses.ts";
import type { LineFilter } from "../../shared/drill-down.ts";
import { conditionsOf, factsOf, LINES_PAGE_SIZE } from "../../shared/drill-down.ts";
import type { Totals } from "../../shared/figures.ts";
import type { Id } from "../../shared/ids.ts";
import type { SupplierStatus } from "../../shared/supplier-statuses.ts";

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
  const query = linesQuery(canteenIds, filter);
  const [totals, lines] = await Promise.all([
    sumFigureLines(db, query),
    listFigureLines(db, query, {
      sort: filter.sort ?? "date",
      offset: page * LINES_PAGE_SIZE,
      limit: LINES_PAGE_SIZE,
    }),
  ]);
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

/** What the database is asked for a filter of the address. */
export function linesQuery(canteenIds: readonly Id[], filter: LineFilter): LinesQuery {
  const facts = filter.fact === undefined ? factsOf(filter.indicator) : [filter.fact];
  return {
    canteenIds,
    fromMonth: filter.from ?? null,
    toMonth: filter.to ?? null,
    supplierId: filter.supplier ?? null,
    conditions: conditionsOf(filter),
    status: filter.status === undefined ? null : { facts, status: filter.status },
  };
}
