import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { KyselyPlugin, LogConfig } from "kysely";
import { Kysely, sql } from "kysely";
import type pg from "pg";
import { registerMark } from "./commit-mark.ts";
import { DatabaseError } from "./database-error.ts";
import { createSqliteAdapter, createSqliteDialect } from "./dialects/sqlite.ts";
import { openSqliteStore } from "./dialects/sqlite-store.ts";
import type { Engine } from "./engine.ts";
import { createWall, settingsOf } from "./raise-wall.ts";
import type { Replica } from "./replica.ts";
import { watchReplica } from "./replica.ts";
import type { Wall } from "./wall.ts";
import { beforeWall, registerWalled } from "./wall.ts";

/** A database in service. SELECTs outside a transaction see the last commit; writes queue for one writer. */
export interface OpenedDatabase<DB> {
  readonly engine: Engine;
  /** Of SQLite or PostgreSQL, such as "3.54.1" or "18.4". */
  readonly version: string;
  /** Reads, writes and transactions. */
  readonly db: Kysely<DB>;
  /** Refuses every write, by the engine itself. */
  readonly reader: Kysely<DB>;
  /** A standby to read from; null: none. */
  readonly replica: Replica<DB> | null;
  /** What `behindWall` stands on; null: an engine without it. */
  readonly wall: Wall | null;
  /** Runs one exclusive transaction in which the schema may change; for migrator.ts only. */
  migrating<T>(change: (trx: Kysely<unknown>) => Promise<T>): Promise<T>;
  /** Lets what is under way finish, then closes every connection. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** A file's path, a `file:` URL, or `postgres://...`. */
  readonly url: string;
  /** PostgreSQL whose `url` leads through a pooler in transaction mode: the way past it, for migrations. */
  readonly directUrl?: string;
  /** PostgreSQL: one standby of that server (never several behind one address: they differ). */
  readonly replicaUrl?: string;
  /** PostgreSQL: connections that write, and as many again that read. 8 by default. */
  readonly poolSize?: number;
  /** SQLite: how many snapshots can be open at once, 1 to 3. 2 by default. */
  readonly snapshotReaders?: number;
  /** Hears of every statement: tests count them. */
  readonly log?: LogConfig;
}

/** Opens SQLite or PostgreSQL, checks its version and settings. Throws DatabaseError with what to do. */
export async function openDatabase<DB>(options: OpenOptions): Promise<OpenedDatabase<DB>> {
  const open = engineOfUrl(options.url) === "postgres" ? openPostgres<DB> : openSqlite<DB>;
  const opened = await open(options);
  URLS.set(opened.db, options.url);
  return opened;
}

const URLS = new WeakMap<object, string>();

/** What `db` was opened with, for a thread of its own that works on the same database; undefined: not by `openDatabase`. */
export function urlOfDatabase<DB>(db: Kysely<DB>): string | undefined {
  return URLS.get(beforeWall(db));
}

export function engineOfUrl(url: string): Engine {
  return /^postgres(ql)?:\/\//.test(url) ? "postgres" : "sqlite";
}

async function openSqlite<DB>({ url, snapshotReaders, log }: OpenOptions): Promise<OpenedDatabase<DB>> {
  const path = url.startsWith("file:") ? fileURLToPath(url) : url;
  await mkdir(dirname(path), { recursive: true });
  const store = await openSqliteStore({ path, snapshotReaders }).catch((error: unknown) =>
    cannotOpen(path, error),
  );
  const adapter = createSqliteAdapter();
  const heard = log === undefined ? {} : { log };
  const migrator = new Kysely<unknown>({ dialect: createSqliteDialect(store, adapter, "migrator") });
  const reader = new Kysely<DB>({ dialect: createSqliteDialect(store, adapter, "reader"), ...heard });
  const dataVersion = store.spot.raw.prepare("pragma data_version").pluck();
  registerMark(reader, () => Number(dataVersion.get()));
  return {
    engine: "sqlite",
    version: String(store.spot.raw.prepare("select sqlite_version()").pluck().get()),
    db: new Kysely<DB>({ dialect: createSqliteDialect(store, adapter, "writer"), ...heard }),
    reader,
    replica: null,
    wall: null,
    migrating: (change) => migrator.transaction().execute(change),
    close: store.close,
  };
}

async function openPostgres<DB>({
  url,
  directUrl,
  replicaUrl,
  poolSize = 8,
  log,
}: OpenOptions): Promise<OpenedDatabase<DB>> {
  // A third of what a start on SQLite would load is its driver.
  const {
    createPostgresAdapter,
    createPostgresDialect,
    createPostgresPool,
    readPostgresVersion,
    refuseWrites,
  } = await import("./dialects/postgres.ts");
  const { walledPool } = await import("./dialects/postgres-walled.ts");
  const pooled = directUrl !== undefined;
  const writers = createPostgresPool({ url, size: poolSize, access: "write", pooled });
  const readers = createPostgresPool({ url, size: poolSize, access: "query", pooled });
  const migrators = pooled
    ? createPostgresPool({ url: directUrl, size: 1, access: "write", pooled: false })
    : writers;
  const adapter = createPostgresAdapter();
  const heard = log === undefined ? {} : { log };
  // Not heard of: what the product does for itself.
  const quiet = new Kysely<unknown>({ dialect: createPostgresDialect(writers, adapter) });
  const migrator = new Kysely<unknown>({ dialect: createPostgresDialect(migrators, adapter) });
  const migrating: OpenedDatabase<DB>["migrating"] = (change) =>
    migrator.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(trx);
      return change(trx);
    });
  const wall = createWall({ db: quiet, migrating });

  function handle(pool: pg.Pool, plugins: KyselyPlugin[] = []): Kysely<DB> {
    const origin = new Kysely<DB>({ dialect: createPostgresDialect(pool, adapter), plugins, ...heard });
    registerWalled(origin, (reach) => {
      const roles = wall.roles();
      if (roles === null) return null;
      const walled = walledPool(pool, settingsOf(roles, reach));
      return new Kysely<DB>({ dialect: createPostgresDialect(walled, adapter), plugins, ...heard });
    });
    return origin;
  }
  const db = handle(writers);
  const reader = handle(readers, pooled ? [refuseWrites()] : []);

  const standbys =
    replicaUrl === undefined
      ? null
      : createPostgresPool({ url: replicaUrl, size: poolSize, access: "query", pooled: false });
  const standby = standbys && handle(standbys);
  const watcher = new Kysely<DB>({ dialect: createPostgresDialect(readers, adapter) });
  const replica = standby && (await watchReplica({ primary: watcher, reader: standby }));

  async function close(): Promise<void> {
    replica?.stop();
    await Promise.all([writers.end(), readers.end(), standbys?.end(), pooled && migrators.end()]);
  }
  const version = await readPostgresVersion(readers)
    .then(async (version) => {
      await wall.look();
      return version;
    })
    .catch(async (error: unknown) => {
      await close();
      const { host, pathname } = new URL(url);
      return cannotOpen(`${host}${pathname}`, error);
    });
  return {
    engine: "postgres",
    version,
    db,
    reader,
    replica,
    wall,
    migrating,
    close,
  };
}

// Any number, as long as no other program locks it in the same database.
const MIGRATION_LOCK = 8_204_113_771;

function cannotOpen(where: string, error: unknown): never {
  if (error instanceof DatabaseError) throw error;
  const said = error instanceof Error ? error.message : String(error);
  // What pgbouncer says of the settings that a direct connection is given.
  const isPooled = said.includes("startup parameter");
  const reason = isPooled ? `${said}. Behind a pooler, give DATABASE_DIRECT_URL too: the way past it.` : said;
  throw new DatabaseError("cannot-open", `The database ${where} cannot be opened: ${reason}`, {
    cause: error,
  });
}
