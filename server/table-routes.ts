import type { Request, Response } from "express";
import * as z from "zod/mini";
import { monthOf } from "../shared/calendar.ts";
import type { ExportTable, PageTableName } from "../shared/export-tables.ts";
import { EXPORT_TABLES, isPageTable } from "../shared/export-tables.ts";
import { idSchema } from "../shared/ids.ts";
import { BASES, INDICATORS } from "../shared/indicators/indicators.ts";
import { lineFilterSchema } from "../shared/line-search.ts";
import type { Locale } from "../shared/locales.ts";
import { LOCALES } from "../shared/locales.ts";
import { completeRange, monthField, rangeOf, yearBefore } from "../shared/periods.ts";
import type { Right } from "../shared/permissions.ts";
import { territoryCodeSchema } from "../shared/territories.ts";
import { withReach } from "./action-context.ts";
import type { TableAsked } from "./actions/read-table.ts";
import { readTable } from "./actions/read-table.ts";
import { AppError } from "./app-error.ts";
import type { AppContext } from "./context.ts";
import { reachedCanteens } from "./reached-canteens.ts";
import { requireRight } from "./trpc.ts";
import type { Table } from "./writers/table.ts";
import { MEDIA_TYPES, TABLE_FORMATS, writeCsvTable, writeXlsxTable } from "./writers/table.ts";

/** Every table of the pages as a file: `/files/tableaux/cantines.xlsx?territory=DEP-62&year=2026`. */
export const TABLE_ROUTES = [{ method: "get", path: "/tableaux/:file", handle: sendTable }] as const;

/** As the pages' addresses say it; the words of a filter of lines beside. */
const query = z.object({
  canteen: z.optional(idSchema),
  territory: z.optional(territoryCodeSchema),
  group: z.optional(idSchema),
  year: z.optional(z.string().check(z.regex(/^20\d{2}$/))),
  from: z.optional(monthField),
  to: z.optional(monthField),
  beforeFrom: z.optional(monthField),
  beforeTo: z.optional(monthField),
  indicator: z._default(z.enum(INDICATORS), "EGALIM"),
  basis: z._default(z.enum(BASES), "value"),
  locale: z._default(z.enum(LOCALES), "fr"),
});

async function sendTable(ctx: AppContext, request: Request, response: Response): Promise<void> {
  const [name = "", ending] = String(request.params.file).split(".");
  const format = TABLE_FORMATS.find((one) => one === ending);
  if (format === undefined) throw new AppError("NOT_FOUND");
  const { table, locale } = isPageTable(name)
    ? await askPageTable(ctx, name, request)
    : await readFigureTable(ctx, name, request);
  response
    .status(200)
    .set({
      "Content-Type": MEDIA_TYPES[format],
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${name}-${monthOf(ctx.action.today)}.${format}`)}`,
      "X-Content-Type-Options": "nosniff",
    })
    .end(format === "csv" ? writeCsvTable(table, locale) : Buffer.from(await writeXlsxTable(table)));
}

interface LocalTable {
  table: Table;
  locale: Locale;
}

/** `input` is the procedure's own; the other words say which part of its answer the page shows. */
async function askPageTable(ctx: AppContext, table: PageTableName, request: Request): Promise<LocalTable> {
  const read = z.catchall(
    z.object({ locale: query.shape.locale, input: z.optional(z.string()) }),
    z.string(),
  );
  const words = read.safeParse(request.query);
  if (!words.success) throw new AppError("INVALID");
  const { locale, input, ...others } = words.data;
  // Thirty modules of columns, which a start does not need.
  const { readPageTable } = await import("./tables/read-page-table.ts");
  return {
    locale,
    table: await readPageTable(ctx, { table, locale, input: parsedInput(input), words: others }),
  };
}

function parsedInput(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("INVALID", { field: "input" });
  }
}

async function readFigureTable(ctx: AppContext, name: string, request: Request): Promise<LocalTable> {
  const table = EXPORT_TABLES.find((one) => one === name);
  if (table === undefined) throw new AppError("NOT_FOUND");
  const scopes = requireRight(ctx, rightOf(table));
  const read = query.safeParse(request.query);
  const lines = lineFilterSchema.safeParse(withoutPage(request.query));
  if (!read.success || !lines.success) throw new AppError("INVALID");
  const { canteen, territory, group } = read.data;
  const { reader, today } = withReach(ctx.action, canteen === undefined ? "many" : { canteenId: canteen });
  const canteenIds = await reachedCanteens(reader, scopes, {
    territoryCode: territory,
    groupId: group,
    canteenId: canteen,
  });
  const asked = askedOf(read.data, lines.data, today);
  return { table: await readTable(reader, canteenIds, { table, asked }), locale: asked.locale };
}

/** Lines of orders are another right than sums. */
function rightOf(table: ExportTable): Right {
  return table === "lignes" ? "orders.read" : "figures.read";
}

function askedOf(
  { year, from, to, beforeFrom, beforeTo, indicator, basis, locale }: z.infer<typeof query>,
  lines: z.infer<typeof lineFilterSchema>,
  today: string,
): TableAsked {
  const range = rangeOf(
    { year: year === undefined ? null : Number(year), fromMonth: from ?? null, toMonth: to ?? null },
    today,
  );
  const compared = completeRange(range, today) ?? range;
  const before =
    beforeFrom !== undefined && beforeTo !== undefined && beforeFrom <= beforeTo && beforeTo < range.fromMonth
      ? { fromMonth: beforeFrom, toMonth: beforeTo }
      : yearBefore(compared);
  const { family, supplier } = lines;
  return {
    range,
    now: compared,
    before,
    indicator,
    basis,
    locale,
    today,
    lines,
    filter: { family, supplier },
  };
}

/** A file holds every page. */
function withoutPage({ page: _page, ...filter }: Request["query"]): Request["query"] {
  return filter;
}
