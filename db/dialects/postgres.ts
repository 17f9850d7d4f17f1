import type { Dialect, DialectAdapter, Driver } from "kysely";
import { PostgresAdapter, PostgresDialect } from "kysely";
import pg from "pg";
import { DatabaseError } from "../database-error.ts";
import { assertOutsideTransaction } from "./scope.ts";
import { parseSafeInteger, withPortableParameters } from "./values.ts";

const OLDEST_POSTGRES = 15;
const IDLE_TRANSACTION_MS = 60_000;
const CONNECT_MS = 10_000;

export interface PostgresPoolOptions {
  readonly url: string;
  readonly size: number;
  readonly access: "write" | "query";
}

export function createPostgresPool({ url, size, access }: PostgresPoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: CONNECT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
    application_name: "bonnepart",
    types: { getTypeParser },
    ...(access === "query" ? { options: "-c default_transaction_read_only=on" } : {}),
  });
  // An idle connection lost by the server leaves the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  // One lost while it is lent as well: its query is refused, and that is enough.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

export function createPostgresDialect(pool: pg.Pool, adapter: DialectAdapter): Dialect {
  const dialect = new PostgresDialect({ pool });
  return {
    createAdapter: () => adapter,
    createDriver: () => guarded(dialect.createDriver(), adapter),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => withPortableParameters(dialect.createQueryCompiler()),
  };
}

export function createPostgresAdapter(): DialectAdapter {
  return new PostgresAdapter();
}

/** The server's version, such as "18.4". Throws `engine-too-old` below 15, `wrong-encoding` unless UTF-8. */
export async function readPostgresVersion(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ version: string; encoding: string }>(
    "select current_setting('server_version') as version, current_setting('server_encoding') as encoding",
  );
  const version = rows[0]?.version.split(" ")[0] ?? "";
  assertPostgresVersion(version);
  const encoding = rows[0]?.encoding;
  if (encoding === "UTF8") return version;
  throw new DatabaseError(
    "wrong-encoding",
    `The database is in ${encoding}: create it with ENCODING 'UTF8'.`,
  );
}

export function assertPostgresVersion(version: string): void {
  if (Number.parseInt(version, 10) >= OLDEST_POSTGRES) return;
  throw new DatabaseError("engine-too-old", `PostgreSQL ${version}: ${OLDEST_POSTGRES} or later is needed.`);
}

// Only for these pools: pg.types is global and would change every other user of pg in the process.
function getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  switch (oid) {
    case pg.types.builtins.INT8:
    case pg.types.builtins.NUMERIC:
      return parseSafeInteger;
    case pg.types.builtins.BOOL:
      return (value) => (value === "t" ? 1 : 0);
    default:
      return format === "binary"
        ? pg.types.getTypeParser(oid, "binary")
        : pg.types.getTypeParser(oid, "text");
  }
}

function guarded(driver: Driver, adapter: DialectAdapter): Driver {
  const acquire = driver.acquireConnection.bind(driver);
  driver.acquireConnection = async (options) => {
    assertOutsideTransaction(adapter);
    return acquire(options);
  };
  return driver;
}
