import type { Expression, ExpressionBuilder, Kysely, SqlBool } from "kysely";
import { sql } from "kysely";
import type { FigureConditions } from "../../shared/drill-down.ts";
import { statusesOf } from "../../shared/drill-down.ts";
import type { IsoDate, IsoMonth, Verdict } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Totals } from "../../shared/figures.ts";
import type { Id } from "../../shared/ids.ts";
import type { CellPredicate } from "../../shared/indicators/predicate.ts";
import type { LineSort, LineStatus } from "../../shared/line-filter-words.ts";
import type { LineFact } from "../../shared/moves.ts";
import type { Database } from "../database.ts";

/** Which lines; null is no condition. Only lines that count: food, of orders neither draft nor deleted. */
export interface LinesQuery {
  canteenIds: readonly Id[];
  fromMonth: IsoMonth | null;
  toMonth: IsoMonth | null;
  supplierId: Id | null;
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

type LineTables = ExpressionBuilder<Database, "order_lines">;

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

/** One page of the lines: latest first, or by amount (largest first, whatever the sign). */
export async function listFigureLines(
  db: Kysely<Database>,
  query: LinesQuery,
  page: { sort: LineSort; offset: number; limit: number },
): Promise<FigureLine[]> {
  if (query.canteenIds.length === 0) return [];
  let ordered = filtered(db, query).select(["order_lines.canteen_id", "order_lines.id"]);
  if (page.sort === "amount") ordered = ordered.orderBy(sql`abs(order_lines.amount_ht_cents)`, "desc");
  const keys = ordered
    .orderBy("order_lines.counted_on", "desc")
    .orderBy("order_lines.canteen_id")
    .orderBy("order_lines.id")
    .limit(page.limit)
    .offset(page.offset);
  const rows = await keys
    .innerJoin("suppliers", "suppliers.id", "order_lines.supplier_id")
    .select([
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
  const { canteenIds, fromMonth, toMonth, supplierId, conditions, status } = query;
  return (
    db
      .selectFrom("order_lines")
      .innerJoin("verdicts", (join) =>
        join
          .onRef("verdicts.canteen_id", "=", "order_lines.canteen_id")
          .onRef("verdicts.id", "=", "order_lines.verdict_id"),
      )
      .where("order_lines.counted", "=", 1)
      .where("order_lines.canteen_id", "in", [...canteenIds])
      // By days, which are indexed: no day is written after the 31st.
      .$if(fromMonth !== null, (qb) => qb.where("order_lines.counted_on", ">=", `${fromMonth}-01`))
      .$if(toMonth !== null, (qb) => qb.where("order_lines.counted_on", "<=", `${toMonth}-31`))
      .$if(supplierId !== null, (qb) => qb.where("order_lines.supplier_id", "=", supplierId ?? ""))
      .$if(status !== null, (qb) =>
        qb.where((eb) =>
          eb.or(
            (status?.facts ?? []).map((fact) =>
              eb(STATUS_COLUMNS[fact], "in", [...statusesOf(status?.status ?? "toCheck")]),
            ),
          ),
        ),
      )
      .where((eb) =>
        eb.and([
          ...conditions.all.map((predicate) => matchesLine(eb, predicate)),
          ...conditions.none.map((predicate) => eb.not(matchesLine(eb, predicate))),
          ...socialTests(conditions),
        ]),
      )
  );
}

function socialTests({ social }: FigureConditions): Expression<SqlBool>[] {
  if (social === null) return [];
  const { anyOf, noneOf } = social;
  return [
    ...(anyOf === 0 ? [] : [sql<SqlBool>`(order_lines.social & ${anyOf}) <> 0`]),
    ...(noneOf === 0 ? [] : [sql<SqlBool>`(order_lines.social & ${noneOf}) = 0`]),
  ];
}

/** `matches` of shared/indicators/predicate.ts, in SQL: the only translation of a predicate. */
function matchesLine(eb: LineTables, predicate: CellPredicate): Expression<SqlBool> {
  const { certainty, categories, families, allOf, anyOf, noneOf } = predicate;
  const tests: Expression<SqlBool>[] = [];
  if (allOf !== 0) tests.push(sql<SqlBool>`(order_lines.marks & ${allOf}) = ${allOf}`);
  if (noneOf !== 0) tests.push(sql<SqlBool>`(order_lines.marks & ${noneOf}) = 0`);
  if (anyOf !== 0) tests.push(sql<SqlBool>`(order_lines.marks & ${anyOf}) <> 0`);
  // A counted line has a family: `in` never meets null, and its negation loses no line.
  if (families !== null) tests.push(eb("order_lines.family", "in", [...families]));
  const category = certainty === "strict" ? "order_lines.strict_category" : "order_lines.declared_category";
  if (categories !== null) tests.push(eb(category, "in", [...categories]));
  return eb.and(tests);
}
