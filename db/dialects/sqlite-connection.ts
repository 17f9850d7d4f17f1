import { setTimeout as sleep } from "node:timers/promises";
import type { Database, Statement } from "better-sqlite3";
import Sqlite from "better-sqlite3";
import type { QueryResult } from "kysely";
import { DatabaseError } from "../database-error.ts";
import type { IntoColumns } from "./values.ts";
import { assertSafeInteger, toParameter } from "./values.ts";

/** Older versions can corrupt a database whose WAL is reset at the wrong instant. */
export const OLDEST_SQLITE = "3.51.3";
export const BUSY_TIMEOUT_MS = 10_000;
const CACHED_STATEMENTS = 500;

type Row = Record<string, unknown>;
type Bound = string | number | bigint | Buffer | null;
type AnyStatement = Statement<[Bound[]], Row>;

export interface SqliteConnection {
  readonly raw: Database;
  prepare(sql: string): AnyStatement;
}

/** What the one connection that writes does when another process or thread holds the lock: see `withoutBlocking`. */
const WRITER_TIMEOUT_MS = 0;

/** Of a database that is made here: fewer, larger pages hold lines and their indexes. */
const PAGE_BYTES = 8_192;

/** Pages of the log, 128 MB of them, at which a commit folds it into the file; a thread does so at the first pause. */
const LOG_PAGES = 16_384;

// busy_timeout comes first: switching to WAL needs patience when several processes start at once.
const PRAGMAS: readonly (readonly [string, string | number])[] = [
  ["busy_timeout", BUSY_TIMEOUT_MS],
  ["journal_mode", "wal"],
  ["synchronous", 2],
  ["fullfsync", 1],
  ["checkpoint_fullfsync", 1],
  ["foreign_keys", 1],
  ["trusted_schema", 0],
  ["cache_size", -16_000],
  ["temp_store", 2],
  ["journal_size_limit", LOG_PAGES * PAGE_BYTES],
  ["wal_autocheckpoint", LOG_PAGES],
];

export async function openSqliteConnection(
  path: string,
  access: "write" | "query",
): Promise<SqliteConnection> {
  const raw = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    assertSqliteVersion(String(raw.prepare("select sqlite_version()").pluck().get()));
    if (raw.pragma("page_count", { simple: true }) === 0) raw.pragma(`page_size = ${PAGE_BYTES}`);
    for (const [name, value] of PRAGMAS) await setPragma(raw, name, value);
    await setPragma(raw, "query_only", access === "query" ? 1 : 0);
    if (access === "write") await setPragma(raw, "busy_timeout", WRITER_TIMEOUT_MS);
  } catch (error) {
    raw.close();
    throw error;
  }
  return { raw, prepare: createStatementCache(raw) };
}

/** Throws `engine-too-old` below 3.51.3. */
export function assertSqliteVersion(version: string): void {
  const order = version.localeCompare(OLDEST_SQLITE, "en", { numeric: true });
  if (order >= 0) return;
  throw new DatabaseError(
    "engine-too-old",
    `SQLite ${version} can corrupt a database in WAL mode: ${OLDEST_SQLITE} or later is needed. Run npm ci again.`,
  );
}

/** Runs a statement whole. Integers beyond 2^53 throw instead of being rounded. */
export function runStatement<R>(
  connection: SqliteConnection,
  query: { readonly sql: string; readonly parameters: readonly unknown[] } & IntoColumns,
): QueryResult<R> {
  const statement = connection.prepare(query.sql);
  const bound = query.intoColumns === true ? toParameters(query.parameters) : query.parameters.map(toBound);
  if (query.rowWidth !== undefined) {
    const rows = { bound, width: query.rowWidth };
    const run = (): number => runForRows(statement, rows);
    // Where nobody began a transaction, all the rows are written or none.
    const changes = connection.raw.inTransaction ? run() : connection.raw.transaction(run)();
    return { rows: [], numAffectedRows: BigInt(changes) };
  }
  if (!statement.reader) return { rows: [], numAffectedRows: BigInt(statement.run(bound).changes) };
  const rows = statement.all(bound);
  for (const row of rows) assertExact(row);
  return { rows: rows as R[] };
}

function runForRows(statement: AnyStatement, { bound, width }: { bound: Bound[]; width: number }): number {
  let changes = 0;
  for (let at = 0; at < bound.length; at += width)
    changes += statement.run(bound.slice(at, at + width)).changes;
  return changes;
}

/** As long as the longest write transaction of another thread or process: that of a long import. */
const PATIENCE_MS = 60_000;

/** Tries until no other process or thread holds the write lock, without blocking the event loop as SQLite's waiting would. */
export async function withoutBlocking<T>(attempt: () => T): Promise<T> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, 16)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
    }
    await sleep(pauseMs);
  }
}

async function setPragma(raw: Database, name: string, value: string | number): Promise<void> {
  const giveUpAt = performance.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      raw.pragma(`${name} = ${value}`);
      break;
    } catch (error) {
      // The switch to WAL answers "busy" at once, whatever busy_timeout says.
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await sleep(5);
    }
  }
  const actual = raw.pragma(name, { simple: true });
  if (actual === value) return;
  throw new DatabaseError("pragma-refused", `SQLite keeps ${name} at ${String(actual)} instead of ${value}.`);
}

function createStatementCache(raw: Database): (sql: string) => AnyStatement {
  const statements = new Map<string, AnyStatement>();
  return function prepare(sql) {
    const known = statements.get(sql);
    const statement = known ?? raw.prepare<[Bound[]], Row>(sql);
    if (known !== undefined) statements.delete(sql);
    statements.set(sql, statement);
    const [oldest] = statements.keys();
    if (statements.size > CACHED_STATEMENTS && oldest !== undefined) statements.delete(oldest);
    return statement;
  };
}

/** Most are what they should be: the list is then bound as it is. */
function toParameters(values: readonly unknown[]): Bound[] {
  for (const value of values) if (toParameter(value) !== value) return values.map(toParameter);
  return values as Bound[];
}

// better-sqlite3 binds every number as a REAL, and 7 / 2 would then be 3.5 here and 3 in PostgreSQL.
function toBound(value: unknown): Bound {
  const parameter = toParameter(value);
  return typeof parameter === "number" && Number.isInteger(parameter) ? BigInt(parameter) : parameter;
}

function assertExact(row: Row): void {
  for (const name in row) {
    const value = row[name];
    if (typeof value === "number") assertSafeInteger(value);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
}
