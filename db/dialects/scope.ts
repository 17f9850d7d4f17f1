import { AsyncLocalStorage } from "node:async_hooks";
import type { DialectAdapter } from "kysely";
import { DatabaseError } from "../database-error.ts";

interface Scope {
  readonly adapter: DialectAdapter;
  active: boolean;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Runs the body of a transaction; until it ends, the same database is only reachable through its `trx`. */
export async function runInScope<T>(adapter: DialectAdapter, body: () => Promise<T>): Promise<T> {
  const scope = { adapter, active: true };
  try {
    return await scopes.run(scope, body);
  } finally {
    scope.active = false;
  }
}

/**
 * Throws `nested-transaction` when the body of a transaction uses `db` instead of its `trx`: that statement
 * would escape the transaction, and wait for ever for the writer that the transaction holds.
 */
export function assertOutsideTransaction(adapter: DialectAdapter): void {
  const scope = scopes.getStore();
  if (scope === undefined || !scope.active || scope.adapter !== adapter) return;
  throw new DatabaseError("nested-transaction", "Inside a transaction, pass `trx` to every query, not `db`.");
}
