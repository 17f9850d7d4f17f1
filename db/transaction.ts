import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely } from "kysely";
import { sql, Transaction } from "kysely";
import { runInScope } from "./dialects/scope.ts";
import type { Engine } from "./engine.ts";
import { engineOf } from "./engine.ts";

const ATTEMPTS = 8;
const SERIALIZATION_FAILURE = "40001";
const DEADLOCK = "40P01";

/**
 * Runs `body` in one write transaction: all of it is kept, or nothing. Given a transaction, joins it.
 * PostgreSQL may ask to start again after a deadlock, so `body` does nothing outside the database.
 */
export async function inTransaction<DB, T>(
  db: Kysely<DB>,
  body: (trx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  if (db instanceof Transaction) return body(db);
  const { adapter } = db.getExecutor();
  const turn = engineOf(db) === "postgres" ? turns.getStore() : undefined;
  const run = async (trx: Transaction<DB>): Promise<T> => {
    // Before any other lock: who waits for its turn holds nothing.
    if (turn !== undefined) await lockText(trx, turn);
    return body(trx);
  };
  return retrying(() => db.transaction().execute((trx) => runInScope(adapter, () => run(trx))));
}

const turns = new AsyncLocalStorage<string>();

/**
 * The write transactions of `body` wait for those of another body of that key, in whatever process: what was sent twice
 * is done after what was sent first, and sees it. As in SQLite, which has one writer.
 */
export function inTurn<T>(key: string, body: () => Promise<T>): Promise<T> {
  return turns.run(key, body);
}

/** Runs `body` on one unchanging state of the database, whatever is written meanwhile. Given a transaction, joins it. */
export async function readSnapshot<DB, T>(
  db: Kysely<DB>,
  body: (trx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  if (db instanceof Transaction) return body(db);
  const snapshot = db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only");
  return retrying(() => snapshot.execute(body));
}

/** What every write transaction of a canteen holds, and nothing else is called. */
const ANY_CANTEEN = "any canteen";

/**
 * Makes the write transactions of one canteen follow each other; to be called before they read what they
 * are about to change. Free in SQLite, where all write transactions already do.
 */
export async function lockCanteen<DB>(
  trx: Transaction<DB>,
  engine: Engine,
  canteenId: string,
): Promise<void> {
  if (engine === "sqlite") return;
  // In this order: who holds a canteen never waits behind `awaitCanteenWriters`.
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${ANY_CANTEEN}, 0))`.execute(trx);
  await lockText(trx, canteenId);
}

/**
 * Waits until every transaction that holds a canteen's lock is over: what a later transaction reads then holds
 * all that was made of facts older than this call. Takes a transaction of its own; free in SQLite.
 */
export async function awaitCanteenWriters<DB>(db: Kysely<DB>, engine: Engine): Promise<void> {
  if (engine === "sqlite") return;
  await inTransaction(db, async (trx) => {
    await lockText(trx, ANY_CANTEEN);
  });
}

async function lockText<DB>(trx: Transaction<DB>, text: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${text}, 0))`.execute(trx);
}

async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === ATTEMPTS || !asksToStartAgain(error)) throw error;
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}

function asksToStartAgain(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK;
}
