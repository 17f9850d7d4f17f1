import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import Sqlite from "better-sqlite3";

/** What a released version kept: a canteen's two months of its own demonstration, written by its own code. */
export interface KeptVersion {
  /** Its commit. */
  commit: string;
  /** Its last migration. */
  schema: string;
  /** Every table, index and rule as SQLite wrote it. */
  definitions: string[];
  /** Columns and rows by table. */
  tables: Record<string, { columns: string[]; rows: (string | number | null)[][] }>;
}

const WORKSHOP_FROM = "2026-10-25";
const MONTHS = ["2026-09", "2026-10"];

// keep-version.ts COMMIT DATABASE FILE: of a demonstration's database, which it cuts down, into a fixture.
const [commit = "", path = "", file = ""] = process.argv.slice(2);
const db = new Sqlite(path);
db.pragma("foreign_keys = off");
cutDown();
const keys = namesOf(
  "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
);
const version: KeptVersion = {
  commit,
  schema: namesOf("select name from schema_migrations order by name").at(-1) ?? "",
  definitions: namesOf("select sql as name from sqlite_schema where sql is not null order by sql"),
  tables: Object.fromEntries(keys.map((table) => [table, rowsOf(table)])),
};
writeFileSync(file, gzipSync(JSON.stringify(version), { level: 9 }));
console.log(basename(file), version.schema);

/** One canteen, two months, and what they name. */
function cutDown(): void {
  const canteen = String(
    db
      .prepare("select canteen_id from order_lines group by canteen_id order by count(*) desc limit 1")
      .pluck()
      .get(),
  );
  const months = MONTHS.map((month) => `'${month}'`).join();
  for (const table of tablesWith("canteen_id"))
    db.prepare(`delete from ${table} where canteen_id is not null and canteen_id <> ?`).run(canteen);
  db.exec(`delete from order_lines where counted_on is null or substr(counted_on, 1, 7) not in (${months})`);
  db.exec(`delete from cells where month not in (${months})`);
  db.exec("delete from orders where id not in (select order_id from order_lines)");
  db.exec("delete from sessions");
  // The workshop's last days: what came from earlier ones goes with them.
  for (const table of ["legumerie_lots", "legumerie_batches", "legumerie_disposals"]) {
    const day = namesOf(
      `select name from pragma_table_info('${table}') where name like '%_on' order by cid`,
    ).at(0);
    if (day !== undefined) db.exec(`delete from ${table} where ${day} < '${WORKSHOP_FROM}'`);
  }
  dropUnnamed();
  dropCommunes();
}

/** Rows without what they name go, until there is none. */
function dropUnnamed(): void {
  for (;;) {
    const broken = db.pragma("foreign_key_check") as { table: string; rowid: number }[];
    if (broken.length === 0) break;
    for (const { table, rowid } of broken) db.prepare(`delete from ${table} where rowid = ?`).run(rowid);
  }
}

/** Of the communes of France, those that something names. */
function dropCommunes(): void {
  const naming = db
    .prepare(
      `select t.name as "table", k."from" as "column" from sqlite_schema t join pragma_foreign_key_list(t.name) k
       where t.type = 'table' and k."table" = 'communes'`,
    )
    .all() as { table: string; column: string }[];
  const named = naming.map(
    ({ table, column }) => `select ${column} from ${table} where ${column} is not null`,
  );
  db.exec(`delete from communes where code not in (${named.join(" union ")})`);
}

function tablesWith(column: string): string[] {
  return namesOf(
    `select t.name from sqlite_schema t join pragma_table_info(t.name) c where t.type = 'table' and c.name = '${column}'`,
  );
}

function rowsOf(table: string): { columns: string[]; rows: (string | number | null)[][] } {
  const statement = db.prepare(`select * from ${table}`).raw();
  const columns = statement.columns().map(({ name }) => name);
  const rows = statement.all() as (string | number | null | Buffer)[][];
  return {
    columns,
    rows: rows.map((row) => row.map((value) => (Buffer.isBuffer(value) ? value.toString("base64") : value))),
  };
}

function namesOf(sql: string): string[] {
  return db.prepare(sql).pluck().all() as string[];
}
