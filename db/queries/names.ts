import type { Kysely } from "kysely";
import type { Id } from "../../shared/ids.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";

/** Tables whose rows have an id and a name. */
export type NamedTable = "suppliers" | "products" | "offers" | "canteens" | "users";

/** Names of the rows with these ids; an unknown id is left out. */
export async function listNames(
  db: Kysely<Database>,
  table: NamedTable,
  ids: readonly Id[],
): Promise<{ id: Id; name: string }[]> {
  const found: { id: Id; name: string }[] = [];
  for (const chunk of chunksOf(ids, CHUNK)) {
    const rows = await db
      .selectFrom(table)
      .select(["id", "name"])
      .where("id", "in", [...chunk])
      .orderBy("id")
      .execute();
    found.push(...rows);
  }
  return found;
}
