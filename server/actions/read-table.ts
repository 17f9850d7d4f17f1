import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCanteens } from "../../db/queries/canteens.ts";
import { listFigureLines } from "../../db/queries/lines.ts";
import type { LineFilter } from "../../shared/drill-down.ts";
import type { ExportTable } from "../../shared/export-tables.ts";
import { MOST_EXPORTED_LINES } from "../../shared/export-tables.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { FigureFilter } from "../../shared/figure-filter.ts";
import type { Id } from "../../shared/ids.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import type { Locale } from "../../shared/locales.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { movedTable, partsTable } from "../writers/change-tables.ts";
import {
  canteenTable,
  courtOuProximiteTable,
  familyTable,
  monthTable,
  supplierTable,
} from "../writers/figure-tables.ts";
import { lineTable } from "../writers/line-table.ts";
import type { Table } from "../writers/table.ts";
import { readTerritoryDashboard } from "./read-figures.ts";
import { linesQuery } from "./read-lines.ts";
import { readRateChange } from "./read-rate-change.ts";

export interface TableAsked {
  range: MonthRange;
  /** Its months that are over, and what they are compared with, in « why did the rate move ». */
  now: MonthRange;
  before: MonthRange;
  indicator: Indicator;
  basis: Basis;
  filter: FigureFilter;
  lines: LineFilter;
  today: IsoDate;
  locale: Locale;
}

/** A table of the pages, of the canteens the caller may see: the same figures, with numerators and denominators. */
export async function readTable(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
  { table, asked }: { table: ExportTable; asked: TableAsked },
): Promise<Table> {
  const { range, now, before, basis, today, filter, indicator, locale } = asked;
  const figures = () => readTerritoryDashboard(db, canteenIds, { range, basis, today, filter });
  const change = () => readRateChange(db, canteenIds, { before, now, indicator, basis, filter });
  switch (table) {
    case "cantines":
      return canteenTable(await figures(), asked);
    case "mois":
      return monthTable(await figures(), asked);
    case "familles":
      return familyTable(await figures(), asked);
    case "fournisseurs":
      return supplierTable(await figures(), asked);
    case "quatre-cases":
      return courtOuProximiteTable(await figures(), asked);
    case "pourquoi":
      return partsTable(await change(), { basis, locale });
    case "pourquoi-detail":
      return movedTable(await change(), { basis, locale });
    case "lignes":
      return readLineTable(db, canteenIds, asked);
  }
}

async function readLineTable(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
  { lines: filter, locale }: TableAsked,
): Promise<Table> {
  const lines = await listFigureLines(db, linesQuery(canteenIds, filter), {
    sort: filter.sort ?? "date",
    offset: 0,
    limit: MOST_EXPORTED_LINES,
  });
  const canteens = await listCanteens(db, [...new Set(lines.map(({ canteenId }) => canteenId))]);
  return lineTable(lines, { canteens, locale });
}
