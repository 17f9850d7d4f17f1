import type { Database } from "../../db/database.ts";
import { openDatabase } from "../../db/open.ts";
import { readSnapshot } from "../../db/transaction.ts";
import type { Facts } from "../../server/backups/facts.ts";
import { readFacts } from "../../server/backups/facts.ts";

/** What a database holds, read from outside. */
export async function factsOf(url: string): Promise<Facts> {
  const { reader, engine, close } = await openDatabase<Database>({ url });
  return await readSnapshot(reader, (db) => readFacts({ db, engine })).finally(close);
}

/** Its sessions are ended and its own check is noted: the rest of a restored database is what was there. */
export function butItsState({ tables, ...facts }: Facts): Facts {
  return { ...facts, tables: tables.filter(({ name }) => !["sessions", "settings"].includes(name)) };
}
