import type { Kysely } from "kysely";

const READERS = new WeakMap<object, () => number>();

/** For open.ts: what `commitMark` asks. */
export function registerMark<DB>(reader: Kysely<DB>, read: () => number): void {
  READERS.set(reader, read);
}

/**
 * A number that stays the same as long as nobody commits anything, whichever process writes: what was read from `reader`
 * after it was taken says the same while it stands. Null: this handle cannot tell (PostgreSQL, a writer, a transaction).
 */
export function commitMark<DB>(reader: Kysely<DB>): number | null {
  return READERS.get(reader)?.() ?? null;
}
