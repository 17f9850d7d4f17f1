import type { Dialect, DialectAdapter, Driver, KyselyPlugin, PostgresPool } from "kysely";
import { PostgresAdapter, PostgresDialect, RawNode, SelectQueryNode } from "kysely";
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
  /** A pooler in transaction mode stands between: its connections keep no setting of ours, and refuse to be given any. */
  readonly pooled: boolean;
}

export function createPostgresPool({ url, size, access, pooled }: PostgresPoolOptions): pg.Pool {
  const readOnly = access === "query" ? { options: "-c default_transaction_read_only=on" } : {};
  const settings = { idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS, ...readOnly };
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: "bonnepart",
    types: { getTypeParser },
    ...(pooled ? {} : settings),
  });
  // An idle connection lost by the server leaves the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  // One lost while it is lent as well: its query is refused, and that is enough.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

export function createPostgresDialect(pool: PostgresPool, adapter: DialectAdapter): Dialect {
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

/**
 * Refuses statements that write, where the engine cannot be asked to: behind a pooler. Raw ones are known by their first
 * word.
 */
export function refuseWrites(): KyselyPlugin {
  return {
    transformQuery({ node }) {
      const [first = ""] = RawNode.is(node) ? node.sqlFragments : [];
      const reads = RawNode.is(node) ? /^\s*(select|with)\b/i.test(first) : SelectQueryNode.is(node);
      if (!reads) throw new DatabaseError("read-only", "This handle only reads: write with `db`.");
      return node;
    },
    transformResult: async ({ result }) => result,
  };
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
