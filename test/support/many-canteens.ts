import { sql } from "kysely";
import type { Database } from "../../db/database.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { listTableShapes } from "../../db/table-shapes.ts";
import { newId } from "../../shared/ids.ts";
import { siretNumber } from "./purchase-files.ts";

/** Tables of a canteen that its lines need, those that others name first; the same in every released version. */
const COPIED = ["verdicts", "orders", "order_lines", "cells"];
const CANTEENS_AT_ONCE = 100;
/** SIRET numbers below are other tests'. */
const FIRST_SIRET = 10_000;

/** Copies the one canteen that has lines, in a database of any version, until there are at least so many lines. */
export async function multiplyCanteen(
  opened: OpenedDatabase<Database>,
  { lines, note }: { lines: number; note(line: string): void },
): Promise<void> {
  const { rows } = await sql<{ id: string; lines: number }>`
    select canteen_id as id, count(*) as lines from order_lines group by canteen_id`.execute(opened.reader);
  const [source] = rows;
  if (source === undefined || rows.length > 1) throw new Error("One canteen has all the lines.");
  const shapes = await listTableShapes(opened.reader, opened.engine);
  const columnsOf = (table: string) => shapes.find(({ name }) => name === table)?.columns ?? [];
  const copies = Math.ceil(lines / source.lines) - 1;
  for (let made = 0; made < copies; made += CANTEENS_AT_ONCE) {
    const ids = Array.from({ length: Math.min(CANTEENS_AT_ONCE, copies - made) }, () => newId());
    await opened.db.transaction().execute(async (trx) => {
      for (const [at, id] of ids.entries()) {
        const own = new Map<string, string | null>([
          ["id", id],
          ["siret", siretNumber(FIRST_SIRET + made + at)],
          ["uai", null],
        ]);
        const columns = columnsOf("canteens");
        const values = columns.map((name) => (own.has(name) ? sql`${own.get(name)}` : sql.ref(name)));
        await sql`insert into canteens (${sql.join(columns.map((name) => sql.ref(name)))})
          select ${sql.join(values)} from canteens where id = ${source.id}`.execute(trx);
      }
      for (const table of COPIED) {
        const columns = columnsOf(table);
        const values = columns.map((name) =>
          name === "canteen_id" ? sql.ref("copy.id") : sql.ref(`${table}.${name}`),
        );
        await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
          select ${sql.join(values)} from ${sql.table(table)} cross join canteens copy
          where ${sql.ref(`${table}.canteen_id`)} = ${source.id} and copy.id in (${sql.join(ids)})`.execute(
          trx,
        );
      }
    });
    if ((made / CANTEENS_AT_ONCE) % 50 === 49)
      note(`${(made + CANTEENS_AT_ONCE) * source.lines} lines copied`);
  }
}
