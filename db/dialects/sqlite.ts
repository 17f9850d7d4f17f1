import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  DialectAdapter,
  Driver,
  QueryResult,
  TransactionSettings,
} from "kysely";
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import { DatabaseError } from "../database-error.ts";
import type { Fifo } from "./fifo.ts";
import { assertOutsideTransaction } from "./scope.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { runStatement, withoutBlocking } from "./sqlite-connection.ts";
import type { SqliteStore } from "./sqlite-store.ts";

/** `migrator` writes with foreign keys off, as SQLite asks for when tables are rebuilt, and checks them at commit. */
export type SqliteRole = "writer" | "reader" | "migrator";

/** What Kysely holds: a connection of the store is pinned to it from `begin` to the end of the transaction. */
interface Lease extends DatabaseConnection {
  pin: Pin | null;
}

interface Pin {
  readonly connection: SqliteConnection;
  readonly from: Fifo<SqliteConnection>;
  /** Foreign keys are off. */
  readonly isMigrating: boolean;
}

/** One adapter for all the handles of a store: it is by the adapter that they are known to be one database. */
export function createSqliteAdapter(): DialectAdapter {
  return Object.defineProperties(new SqliteAdapter(), {
    supportsMultipleConnections: { value: true },
    supportsTransactionalDdl: { value: true },
  });
}

export function createSqliteDialect(store: SqliteStore, adapter: DialectAdapter, role: SqliteRole): Dialect {
  return {
    createAdapter: () => adapter,
    createDriver: () => createDriver(store, adapter, role),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function createDriver(store: SqliteStore, adapter: DialectAdapter, role: SqliteRole): Driver {
  const leases = new WeakMap<DatabaseConnection, Lease>();

  function leaseOf(connection: DatabaseConnection): Lease {
    const lease = leases.get(connection);
    if (lease === undefined)
      throw new DatabaseError("closed", "This connection belongs to another database.");
    return lease;
  }

  return {
    async init() {},
    async acquireConnection() {
      assertOutsideTransaction(adapter);
      const lease = createLease(store, role);
      leases.set(lease, lease);
      return lease;
    },
    async beginTransaction(connection, settings) {
      await begin(leaseOf(connection), store, isReadOnly(role, settings) ? "reader" : role);
    },
    async commitTransaction(connection) {
      const lease = leaseOf(connection);
      const pin = pinned(lease);
      commit(pin, role);
      if (pin.from === store.writer) store.checkpointer.committed();
      unpin(lease);
    },
    async rollbackTransaction(connection) {
      unpin(leaseOf(connection));
    },
    async releaseConnection(connection) {
      unpin(leaseOf(connection));
    },
    // The store is shared by several Kysely instances: whoever opened it closes it.
    async destroy() {},
  };
}

function createLease(store: SqliteStore, role: SqliteRole): Lease {
  const lease: Lease = {
    pin: null,
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result =
        lease.pin === null ? await runAlone<R>(store, role, query) : runPinned<R>(lease.pin, query);
      await store.breathe();
      return result;
    },
    streamQuery() {
      throw new DatabaseError("stream", "Rows are not streamed on both engines: read pages by key.");
    },
  };
  return lease;
}

function runPinned<R>({ connection }: Pin, query: CompiledQuery): QueryResult<R> {
  // SQLite itself rolls back when the disk is full or fails: what follows must not commit alone.
  if (!connection.raw.inTransaction) {
    throw new DatabaseError("transaction-lost", "SQLite has rolled this transaction back: start it again.");
  }
  return runStatement(connection, query);
}

async function runAlone<R>(
  store: SqliteStore,
  role: SqliteRole,
  query: CompiledQuery,
): Promise<QueryResult<R>> {
  const statement = store.spot.prepare(query.sql);
  if (statement.readonly && statement.reader) return runStatement(store.spot, query);
  if (role === "reader") throw new DatabaseError("read-only", "This handle only reads: write with `db`.");
  const connection = await store.writer.take();
  try {
    const result = await withoutBlocking(() => runStatement<R>(connection, query));
    if (!connection.raw.inTransaction) {
      store.checkpointer.committed();
      return result;
    }
    throw new DatabaseError("nested-transaction", "Begin a transaction with inTransaction, not with SQL.");
  } finally {
    rollback(connection);
    store.writer.give(connection);
  }
}

async function begin(lease: Lease, store: SqliteStore, role: SqliteRole): Promise<void> {
  if (lease.pin !== null)
    throw new DatabaseError("nested-transaction", "A transaction is already open here.");
  const from = role === "reader" ? store.snapshots : store.writer;
  const connection = await from.take();
  lease.pin = { connection, from, isMigrating: role === "migrator" };
  if (role === "reader") {
    connection.raw.exec("begin; select 1 from sqlite_schema limit 1");
    return;
  }
  if (role === "migrator") connection.raw.pragma("foreign_keys = off");
  await withoutBlocking(() => connection.prepare("begin immediate").run([]));
}

function commit({ connection }: Pin, role: SqliteRole): void {
  if (role === "migrator") assertForeignKeys(connection);
  connection.prepare("commit").run([]);
}

function unpin(lease: Lease): void {
  if (lease.pin === null) return;
  const { connection, from, isMigrating } = lease.pin;
  lease.pin = null;
  try {
    rollback(connection);
    if (isMigrating) connection.raw.pragma("foreign_keys = on");
  } finally {
    from.give(connection);
  }
}

function rollback({ raw }: SqliteConnection): void {
  if (raw.inTransaction) raw.exec("rollback");
}

function assertForeignKeys({ raw }: SqliteConnection): void {
  const broken = raw.pragma("foreign_key_check");
  if (!Array.isArray(broken) || broken.length === 0) return;
  throw new Error(`The migration leaves rows without their parent: ${JSON.stringify(broken.slice(0, 5))}`);
}

function pinned(lease: Lease): Pin {
  if (lease.pin !== null) return lease.pin;
  throw new DatabaseError("transaction-lost", "There is no transaction to commit.");
}

function isReadOnly(role: SqliteRole, settings: TransactionSettings): boolean {
  return role === "reader" || settings.accessMode === "read only";
}
