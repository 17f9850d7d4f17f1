import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { deleteSetting, findSetting, putSetting } from "../../db/queries/settings.ts";
import type { IsoInstant } from "../../shared/facts.ts";

/** Where a database was moved to, and when: from then on nobody sees what is written to it. */
export interface MovedMark {
  /** Server and name of the database, without account nor password. */
  to: string;
  at: IsoInstant;
}

const KEY = "moved";

/** Null: the database is in service. */
export async function findMoved(db: Kysely<Database>): Promise<MovedMark | null> {
  const value = await findSetting(db, KEY);
  return value === undefined ? null : (JSON.parse(value) as MovedMark);
}

/** Marks a database as moved to `url`. */
export async function markMoved(
  db: Kysely<Database>,
  { url, now }: { url: string; now: IsoInstant },
): Promise<void> {
  const { host, pathname } = new URL(url);
  const mark: MovedMark = { to: `${host}${pathname}`, at: now };
  await putSetting(db, { key: KEY, value: JSON.stringify(mark) });
}

/** Puts the database back in service. */
export async function forgetMoved(db: Kysely<Database>): Promise<void> {
  await deleteSetting(db, KEY);
}
