import type { Kysely, RawBuilder, Transaction } from "kysely";
import { sql } from "kysely";
import type { Database } from "../../db/database.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { raiseCubeVersion } from "../../db/queries/cells.ts";
import { inTransaction } from "../../db/transaction.ts";
import { DEMO_CANTEENS } from "../../server/demo/canteens.ts";
import type { Id } from "../../shared/ids.ts";

export interface LargeWorldAsked {
  /** About how many lines; never fewer than the demonstration's own. */
  lines: number;
  /** Canteens as the demonstration's twenty-five, in so many copies. */
  copies: number;
  /** Hears what is under way. */
  note(line: string): void;
}

export interface LargeWorld {
  canteenIds: Id[];
  lines: number;
  cells: number;
  orders: number;
}

/** The demonstration has four years, from 2023; with the last one told again four years earlier there are five. */
const SPANS = [
  { shift: 0, from: "2023" },
  { shift: 4, from: "2026" },
] as const;

/** Last digits of an id that say which telling it is of. */
const SUFFIX_DIGITS = 4;

/**
 * Makes of a loaded demonstration as many lines as asked: canteens in copies, orders told several times over five
 * years with other quantities, verdicts and seasons as they were; then the cube, summed anew from the lines.
 */
export async function growWorld(
  { db, engine }: Pick<OpenedDatabase<Database>, "db" | "engine">,
  { lines, copies, note }: LargeWorldAsked,
): Promise<LargeWorld> {
  const sources = DEMO_CANTEENS.map(({ id }) => id);
  const targets = await copyCanteens(db, sources, copies);
  const own = await countLines(db, sources);
  const spanned = own + (await countLines(db, sources, "2026"));
  const passes = Math.max(1, Math.round(lines / (spanned * copies)));
  for (const [index, target] of targets.entries()) {
    await inTransaction(db, async (trx) => {
      if (target.copy > 0) await copyVerdicts(trx, target);
      for (let pass = 0; pass < passes; pass++)
        for (const [at, span] of SPANS.entries())
          if (target.copy > 0 || pass > 0 || at > 0)
            await copyOrders(trx, { ...target, ...span, clone: pass * SPANS.length + at });
      await sql`insert into line_texts (canteen_id, search)
        select distinct canteen_id, search from order_lines where canteen_id = ${target.id}
        on conflict do nothing`.execute(trx);
      await sumCells(trx, target.id);
      await raiseCubeVersion(trx, target.id);
    });
    if (index % sources.length === sources.length - 1)
      note(`${index + 1} canteens of ${targets.length} have their lines`);
  }
  if (engine === "postgres") await sql`analyze`.execute(db);
  else await sql`pragma optimize = 0x10002`.execute(db);
  const canteenIds = targets.map(({ id }) => id);
  return { canteenIds, ...(await counts(db)) };
}

interface Target {
  source: Id;
  id: Id;
  copy: number;
}

async function copyCanteens(db: Kysely<Database>, sources: readonly Id[], copies: number): Promise<Target[]> {
  const rows = await db
    .selectFrom("canteens")
    .selectAll()
    .where("id", "in", [...sources])
    .execute();
  const targets: Target[] = [];
  for (let copy = 0; copy < copies; copy++)
    for (const [index, row] of rows.entries()) {
      const id = copy === 0 ? row.id : suffixed(row.id, copy);
      targets.push({ source: row.id, id, copy });
      if (copy === 0) continue;
      const siret = `${row.siret.slice(0, 9)}${String(copy * 100 + index).padStart(5, "0")}`;
      const name = `${row.name} (${copy + 1})`;
      await db
        .insertInto("canteens")
        .values({ ...row, id, siret, name, uai: null, central_kitchen_id: null })
        .execute();
    }
  return targets;
}

async function copyVerdicts(trx: Transaction<Database>, { source, id }: Target): Promise<void> {
  await copyRows(trx, { table: "verdicts", source, changed: { canteen_id: sql.lit(id) } });
}

interface Copied extends Target {
  clone: number;
  shift: number;
  from: string;
}

async function copyOrders(trx: Transaction<Database>, copied: Copied): Promise<void> {
  const { source, id, clone, shift, from } = copied;
  const suffix = clone.toString(16).padStart(SUFFIX_DIGITS, "0");
  const key = (column: string) =>
    sql`substr(${sql.ref(column)}, 1, ${sql.lit(36 - SUFFIX_DIGITS)}) || ${sql.lit(suffix)}`;
  const earlier = (column: string) =>
    sql`cast(cast(substr(${sql.ref(column)}, 1, 4) as integer) - ${sql.lit(shift)} as text) || substr(${sql.ref(column)}, 5)`;
  const times = (column: string) => sql`${sql.ref(column)} * ${sql.lit(1 + (clone % 4))}`;
  const whose = { canteen_id: sql.lit(id) };
  // What was told again is not told a third time; the few of the demonstration's own ids that look like it are left out.
  const told = sql`substr(id, ${sql.lit(37 - SUFFIX_DIGITS)}, 2) <> '00'`;
  await copyRows(trx, {
    table: "orders",
    source,
    changed: {
      ...whose,
      id: key("id"),
      ordered_on: earlier("ordered_on"),
      expected_on: earlier("expected_on"),
      delivered_on: earlier("delivered_on"),
      invoiced_on: earlier("invoiced_on"),
    },
    where: sql`${told} and ordered_on >= ${from}`,
  });
  await copyRows(trx, {
    table: "order_lines",
    source,
    changed: {
      ...whose,
      id: key("id"),
      order_id: key("order_id"),
      counted_on: earlier("counted_on"),
      month: earlier("month"),
      quantity_milli: times("quantity_milli"),
      received_milli: times("received_milli"),
      weight_grams: times("weight_grams"),
      amount_ht_cents: times("amount_ht_cents"),
    },
    where: sql`${told} and order_id in (select id from orders where canteen_id = ${source} and ${told} and ordered_on >= ${from})`,
  });
}

/** Rows of the source canteen, some columns changed. */
async function copyRows(
  trx: Transaction<Database>,
  {
    table,
    source,
    changed,
    where = sql`1 = 1`,
  }: {
    table: "orders" | "order_lines" | "verdicts";
    source: Id;
    changed: Readonly<Record<string, RawBuilder<unknown>>>;
    where?: RawBuilder<unknown>;
  },
): Promise<void> {
  const columns = await columnsOf(trx, table);
  const values = columns.map((column) => changed[column] ?? sql.ref(column));
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(values)} from ${sql.table(table)} where canteen_id = ${source} and ${where}`.execute(
    trx,
  );
}

const known = new Map<string, string[]>();

async function columnsOf(
  trx: Transaction<Database>,
  table: "orders" | "order_lines" | "verdicts",
): Promise<string[]> {
  const found = known.get(table);
  if (found !== undefined) return found;
  const row = await trx.selectFrom(table).selectAll().limit(1).executeTakeFirstOrThrow();
  const columns = Object.keys(row);
  known.set(table, columns);
  return columns;
}

async function sumCells(trx: Transaction<Database>, canteenId: Id): Promise<void> {
  await trx.deleteFrom("cells").where("canteen_id", "=", canteenId).execute();
  await sql`insert into cells (canteen_id, month, supplier_id, family, strict_category, declared_category, marks, social,
      amount_cents, weight_grams, weighed_cents, lines)
    select canteen_id, month, supplier_id, coalesce(family, ''), strict_category, declared_category, marks, social,
      sum(amount_ht_cents), sum(coalesce(weight_grams, 0)),
      sum(case when weight_grams is null then 0 else amount_ht_cents end), count(*)
    from order_lines where canteen_id = ${canteenId} and counted = 1
    group by canteen_id, month, supplier_id, coalesce(family, ''), strict_category, declared_category, marks,
      social`.execute(trx);
}

function suffixed(id: Id, copy: number): Id {
  return `${id.slice(0, 36 - SUFFIX_DIGITS)}c${copy.toString(16).padStart(SUFFIX_DIGITS - 1, "0")}`;
}

async function countLines(db: Kysely<Database>, canteenIds: readonly Id[], year = "0000"): Promise<number> {
  const { lines } = await db
    .selectFrom("order_lines")
    .where("canteen_id", "in", [...canteenIds])
    .where("month", ">=", year)
    .select(({ fn }) => fn.countAll<number>().as("lines"))
    .executeTakeFirstOrThrow();
  return lines;
}

async function counts(db: Kysely<Database>): Promise<Omit<LargeWorld, "canteenIds">> {
  const count = async (table: "order_lines" | "cells" | "orders") => {
    const { rows } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("rows"))
      .executeTakeFirstOrThrow();
    return rows;
  };
  return { lines: await count("order_lines"), cells: await count("cells"), orders: await count("orders") };
}
