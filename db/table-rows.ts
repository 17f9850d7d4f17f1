import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { Engine } from "./engine.ts";
import { executeValues } from "./execute-many.ts";
import type { TableShape } from "./table-shapes.ts";
import { listTableShapes } from "./table-shapes.ts";

/** What a table holds, in few words that are the same on both engines. */
export interface TableDigest {
  name: string;
  rows: number;
  /** SHA-256, hex, of every value of every row in the order of the primary key. */
  sha256: string;
}

type Value = string | number | Buffer | null;
type Row = Readonly<Record<string, Value>>;

/** Rows read at a time. */
const PAGE = 1_000;

/** The digest of every table of the product, by name; to be read in a snapshot. */
export async function digestTables(db: Kysely<Database>, engine: Engine): Promise<TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const shape of await listTableShapes(db, engine)) {
    const hash = createHash("sha256");
    let rows = 0;
    for await (const page of pagesOf(db, shape)) {
      hash.update(textOf(page, shape.columns));
      rows += page.length;
    }
    digests.push({ name: shape.name, rows, sha256: hash.digest("hex") });
  }
  return digests;
}

/** Where rows are written to. */
export interface RowTarget {
  readonly db: Kysely<Database>;
  readonly engine: Engine;
}

/**
 * Writes every row of `from` into the same, empty table of `to`, and returns how many; the keys of `to` must let them
 * come in any order.
 */
export async function copyRows(from: Kysely<Database>, to: RowTarget, shape: TableShape): Promise<number> {
  const insert = to.engine === "postgres" ? insertAsJson : insertAsValues;
  let rows = 0;
  for await (const page of pagesOf(from, shape)) {
    await insert(to.db, shape, page);
    rows += page.length;
  }
  return rows;
}

async function insertAsValues(
  db: Kysely<Database>,
  { name, columns }: TableShape,
  page: readonly Row[],
): Promise<void> {
  const values: Value[] = [];
  for (const row of page) for (const column of columns) values.push(row[column] ?? null);
  const row = sql`(${sql.join(columns.map(() => 0))})`;
  await executeValues(db, {
    name: `copy ${name}`,
    columns,
    values,
    statement: (count) => ({
      compile: () => {
        const rows = sql.join(Array.from({ length: count }, () => row));
        return sql`insert into ${sql.table(name)} (${namesOf(columns)}) values ${rows}`.compile(db);
      },
    }),
  });
}

/** PostgreSQL reads one parameter sooner than thousands. Its way to write bytes in text begins with \x. */
async function insertAsJson(
  db: Kysely<Database>,
  { name, columns }: TableShape,
  page: readonly Row[],
): Promise<void> {
  const rows = page.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        Buffer.isBuffer(value) ? `\\x${value.toString("hex")}` : value,
      ]),
    ),
  );
  const names = namesOf(columns);
  await sql`insert into ${sql.table(name)} (${names})
    select ${names} from json_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(rows)}::json)`.execute(
    db,
  );
}

function namesOf(columns: readonly string[]) {
  return sql.join(columns.map((column) => sql.ref(column)));
}

/** Pages of the rows in the order of the primary key: bytes of the text on both engines. */
async function* pagesOf(db: Kysely<Database>, { name, columns, key, hasBytes }: TableShape) {
  const names = namesOf(columns);
  const keyNames = namesOf(key);
  const limit = hasBytes ? 1 : PAGE;
  let after = sql``;
  for (;;) {
    const { rows } = await sql<Row>`
      select ${names} from ${sql.table(name)} ${after} order by ${keyNames} limit ${sql.lit(limit)}`.execute(
      db,
    );
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return;
    after = sql`where (${keyNames}) > (${sql.join(key.map((column) => last[column]))})`;
  }
}

/** One JSON list a row: no two rows share a text. Bytes stand there by their SHA-256. */
function textOf(rows: readonly Row[], columns: readonly string[]): string {
  let text = "";
  for (const row of rows) {
    const values = columns.map((column) => {
      const value = row[column] ?? null;
      return Buffer.isBuffer(value) ? createHash("sha256").update(value).digest("hex") : value;
    });
    text += `${JSON.stringify(values)}\n`;
  }
  return text;
}
