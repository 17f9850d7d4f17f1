import type { Kysely } from "kysely";
import type { Database } from "../database.ts";

/** The value of an installation's setting, or undefined when it was never put. */
export async function findSetting(db: Kysely<Database>, key: string): Promise<string | undefined> {
  const row = await db.selectFrom("settings").select("value").where("key", "=", key).executeTakeFirst();
  return row?.value;
}

/** Keeps the setting, in place of the former value if any. */
export async function putSetting(
  db: Kysely<Database>,
  setting: { key: string; value: string },
): Promise<void> {
  await db
    .insertInto("settings")
    .values(setting)
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value: setting.value }))
    .execute();
}

/** Takes the setting away, if it was ever put. */
export async function deleteSetting(db: Kysely<Database>, key: string): Promise<void> {
  await db.deleteFrom("settings").where("key", "=", key).execute();
}
