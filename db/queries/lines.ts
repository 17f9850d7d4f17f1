import type { ExpressionBuilder, Kysely } from "kysely";
import { sql } from "kysely";
import type { FigureConditions } from "../../shared/drill-down.ts";
import { statusesOf } from "../../shared/drill-down.ts";
import type { IsoDate, IsoMonth, Verdict } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Totals } from "../../shared/figures.ts";
import type { Id } from "../../shared/ids.ts";
import type { LineSort, LineStatus } from "../../shared/line-filter-words.ts";
import type { LineFact } from "../../shared/moves.ts";
import type { Database } from "../database.ts";
import { searchPatterns } from "../search-patterns.ts";
import { cellsIn } from "./cells.ts";
import { isPartOfSql } from "./figure-conditions.ts";

/** Which lines; null is no condition. Only lines that count: food, of orders neither draft nor deleted. */
export interface LinesQuery {
  canteenIds: readonly Id[];
  fromMonth: IsoMonth | null;
  toMonth: IsoMonth | null;
  supplierId: Id | null;
  /** Words of the line's name, in any order and case, with or without accents; empty: any name. */
  text: string;
  /** Of `listLineNames` for the text; absent or null: names are looked for in the same statement. */
  names?: readonly string[] | null;
  conditions: FigureConditions;
  /** At least one of the facts has the status. */
  status: { facts: readonly LineFact[]; status: LineStatus } | null;
}

/** One line behind a figure. */
export interface FigureLine {
  canteenId: Id;
  id: Id;
  orderId: Id;
  /** The day it counts for. */
  date: IsoDate;
  supplierId: Id;
  supplierName: string;
  description: string;
  family: Family;
  /** HT, cents, signed. */
  amountCents: number;
  /** Grams, signed; null: not known. */
  weightGrams: number | null;
  /** Bit set of what the supplier was on that day, see shared/social-marks.ts. */
  social: number;
  verdict: Verdict;
}

const STATUS_COLUMNS = {
  organic: "verdicts.organic_status",
  quality: "verdicts.quality_status",
  short: "verdicts.short_status",
  local: "verdicts.local_status",
} as const;

/** Sum of the lines: amount in cents HT, weight in grams of those that have one, and how many they are. */
export async function sumFigureLines(db: Kysely<Database>, query: LinesQuery): Promise<Totals> {
  if (query.canteenIds.length === 0) return { amountCents: 0, weightGrams: 0, lines: 0 };
  const row = await filtered(db, query)
    .select((eb) => [
      eb.fn.coalesce(eb.fn.sum<number>("order_lines.amount_ht_cents"), sql.lit(0)).as("amount"),
      eb.fn.coalesce(eb.fn.sum<number>("order_lines.weight_grams"), sql.lit(0)).as("weight"),
      eb.fn.countAll<number>().as("lines"),
    ])
    .executeTakeFirstOrThrow();
  return { amountCents: row.amount, weightGrams: row.weight, lines: row.lines };
}

/** The same sum, read from the cube: what a query without a status or words asks of far fewer rows. */
export async function sumFigureCells(
  db: Kysely<Database>,
  { canteenIds, fromMonth, toMonth, supplierId, conditions }: Omit<LinesQuery, "status" | "text">,
): Promise<Totals> {
  if (canteenIds.length === 0) return { amountCents: 0, weightGrams: 0, lines: 0 };
  const narrowed = supplierId === null ? {} : { supplier: supplierId };
  const row = await cellsIn(db, { canteenIds, fromMonth, toMonth, narrowed })
    .where(isPartOfSql("cells", conditions))
    .select((eb) => [
      eb.fn.coalesce(eb.fn.sum<number>("amount_cents"), sql.lit(0)).as("amount"),
      eb.fn.coalesce(eb.fn.sum<number>("weight_grams"), sql.lit(0)).as("weight"),
      eb.fn.coalesce(eb.fn.sum<number>("lines"), sql.lit(0)).as("lines"),
    ])
    .executeTakeFirstOrThrow();
  return { amountCents: row.amount, weightGrams: row.weight, lines: row.lines };
}

/** Which of the lines, in which order. */
export interface LinesPage {
  sort: LineSort;
  offset: number;
  limit: number;
  /** Only those that count for this day or a later one; absent: all. */
  since?: IsoDate;
}

/** One page of the lines: latest first, or by amount (largest first, whatever the sign). */
export async function listFigureLines(
  db: Kysely<Database>,
  query: LinesQuery,
  { sort, offset, limit, since }: LinesPage,
): Promise<FigureLine[]> {
  if (query.canteenIds.length === 0) return [];
  const size = sql<number>`abs(order_lines.amount_ht_cents)`;
  // The few lines of the page are found first: sorting all of them with their contents would cost a hundred times more.
  const found = filtered(db, query)
    .$if(since !== undefined, (qb) => qb.where("order_lines.counted_on", ">=", since ?? ""))
    .select(["order_lines.canteen_id", "order_lines.id"])
    .$if(sort === "amount", (qb) => qb.orderBy(size, "desc"))
    .orderBy("order_lines.counted_on", "desc")
    .orderBy("order_lines.canteen_id")
    .orderBy("order_lines.id")
    .limit(limit)
    .offset(offset);
  const rows = await db
    .selectFrom(found.as("found"))
    .innerJoin("order_lines", (join) =>
      join.onRef("order_lines.canteen_id", "=", "found.canteen_id").onRef("order_lines.id", "=", "found.id"),
    )
    .innerJoin("verdicts", (join) =>
      join
        .onRef("verdicts.canteen_id", "=", "order_lines.canteen_id")
        .onRef("verdicts.id", "=", "order_lines.verdict_id"),
    )
    .innerJoin("suppliers", "suppliers.id", "order_lines.supplier_id")
    .select([
      "order_lines.canteen_id",
      "order_lines.id",
      "order_lines.order_id",
      "order_lines.counted_on",
      "order_lines.supplier_id",
      "order_lines.description",
      "order_lines.family",
      "order_lines.amount_ht_cents",
      "order_lines.weight_grams",
      "order_lines.social",
      "suppliers.name as supplier_name",
      "verdicts.content",
    ])
    .$if(sort === "amount", (qb) => qb.orderBy(size, "desc"))
    .orderBy("order_lines.counted_on", "desc")
    .orderBy("order_lines.canteen_id")
    .orderBy("order_lines.id")
    .execute();
  return rows.map((row) => ({
    canteenId: row.canteen_id,
    id: row.id,
    orderId: row.order_id,
    date: row.counted_on,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    description: row.description,
    family: row.family as Family,
    amountCents: row.amount_ht_cents,
    weightGrams: row.weight_grams,
    social: row.social,
    verdict: JSON.parse(row.content) as Verdict,
  }));
}

function filtered(db: Kysely<Database>, query: LinesQuery) {
  const { canteenIds, fromMonth, toMonth, supplierId, text, names = null, conditions, status } = query;
  const words = names === null ? searchPatterns(text) : [];
  return (
    db
      .selectFrom("order_lines")
      .where("order_lines.counted", "=", 1)
      // Names already have their canteens: said twice, a list of many is sorted anew for each name.
      .$if(words.length === 0 || canteenIds.length === 1, (qb) =>
        qb.where("order_lines.canteen_id", "in", [...canteenIds]),
      )
      // By days, which are indexed: no day is written after the 31st.
      .$if(fromMonth !== null, (qb) => qb.where("order_lines.counted_on", ">=", `${fromMonth}-01`))
      .$if(toMonth !== null, (qb) => qb.where("order_lines.counted_on", "<=", `${toMonth}-31`))
      .$if(supplierId !== null, (qb) => qb.where("order_lines.supplier_id", "=", supplierId ?? ""))
      .$if(status !== null, (qb) => qb.where(hasStatus(status?.facts ?? [], status?.status ?? "toCheck")))
      .$if(words.length > 0, (qb) => qb.where(isNamed(canteenIds, words)))
      .$if(names !== null, (qb) => qb.where("order_lines.search", "in", [...(names ?? [])]))
      .where(isPartOfSql("order_lines", conditions))
  );
}

/** Whether the line's name is one of those, far fewer than lines, in which every word is found. */
function isNamed(canteenIds: readonly Id[], words: readonly string[]) {
  return ({ eb, refTuple, selectFrom }: ExpressionBuilder<Database, "order_lines">) => {
    let names = selectFrom("line_texts")
      .select(["line_texts.canteen_id", "line_texts.search"])
      .where("line_texts.canteen_id", "in", [...canteenIds]);
    for (const word of words) names = names.where("line_texts.search", "like", word);
    return eb(
      refTuple("order_lines.canteen_id", "order_lines.search"),
      "in",
      names.$asTuple("canteen_id", "search"),
    );
  };
}

/** Whether one of the facts of the line's verdict has the status. */
function hasStatus(facts: readonly LineFact[], status: LineStatus) {
  const statuses = statusesOf(status);
  return ({ exists, selectFrom }: ExpressionBuilder<Database, "order_lines">) =>
    exists(
      selectFrom("verdicts")
        .select(sql.lit(1).as("one"))
        .whereRef("verdicts.canteen_id", "=", "order_lines.canteen_id")
        .whereRef("verdicts.id", "=", "order_lines.verdict_id")
        .where((eb) => eb.or(facts.map((fact) => eb(STATUS_COLUMNS[fact], "in", [...statuses])))),
    );
}
