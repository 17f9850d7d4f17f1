import type { Kysely } from "kysely";
import type { Database } from "../database.ts";
import { executeMany } from "../execute-many.ts";
import type { LineTextsTable } from "../tables/line-texts.ts";

/** Lines of these names may be looked for by their words; whoever writes a line calls it. */
export async function keepLineTexts(db: Kysely<Database>, lines: readonly LineTextsTable[]): Promise<void> {
  const texts = new Map<string, LineTextsTable>();
  for (const { canteen_id, search } of lines) texts.set(`${canteen_id} ${search}`, { canteen_id, search });
  await executeMany(db, {
    name: "keep line_texts",
    rows: [...texts.values()],
    columns: ["canteen_id", "search"],
    statement: (some) =>
      db
        .insertInto("line_texts")
        .values(some)
        .onConflict((conflict) => conflict.columns(["canteen_id", "search"]).doNothing()),
  });
}
