import type { Kysely, SqlBool } from "kysely";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { engineOf } from "../engine.ts";
import { executeMany } from "../execute-many.ts";
import { searchWords } from "../search-patterns.ts";
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

/** The index holds names by so many letters: shorter words are looked for in those that it finds. */
const LETTERS_INDEXED = 3;

/** Names that are looked up one by one in the lines of each canteen: more of them are told from the canteen's own names. */
const MOST_NAMES = 60;

/**
 * What lines are called, in whatever canteen, when every word of the text is in the name; null: by too many names, or
 * by PostgreSQL, which has an index of each canteen's names.
 */
export async function listLineNames(db: Kysely<Database>, text: string): Promise<string[] | null> {
  const words = searchWords(text);
  if (words.length === 0 || engineOf(db) === "postgres") return null;
  const indexed = words.filter((word) => word.length >= LETTERS_INDEXED);
  let names = db.withTables<{ _line_words: { search: string } }>().selectFrom("_line_words").select("search");
  if (indexed.length > 0)
    names = names.where(sql<SqlBool>`_line_words match ${indexed.map((word) => `"${word}"`).join(" ")}`);
  for (const word of words)
    if (word.length < LETTERS_INDEXED) names = names.where("search", "like", `%${word}%`);
  const found = await names.limit(MOST_NAMES + 1).execute();
  return found.length > MOST_NAMES ? null : found.map(({ search }) => search);
}
