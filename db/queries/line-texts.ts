import type { Kysely, SqlBool } from "kysely";
import { sql } from "kysely";
import type { Id } from "../../shared/ids.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
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

/** Names kept for searching that no line of the canteen has any more: an edited or deleted one had them. */
export async function listUnusedLineTexts(db: Kysely<Database>, canteenId: Id): Promise<string[]> {
  const rows = await db
    .selectFrom("line_texts")
    .select("search")
    .where("canteen_id", "=", canteenId)
    .where(({ not, exists }) => not(exists(linesOfName(db))))
    .execute();
  return rows.map(({ search }) => search);
}

/** They are looked for no more, unless a line has come to have them. Returns how many. */
export async function deleteUnusedLineTexts(
  db: Kysely<Database>,
  { canteenId, names }: { canteenId: Id; names: readonly string[] },
): Promise<number> {
  let deleted = 0;
  for (const chunk of chunksOf(names, CHUNK)) {
    const { numDeletedRows } = await db
      .deleteFrom("line_texts")
      .where("canteen_id", "=", canteenId)
      .where("search", "in", [...chunk])
      .where(({ not, exists }) => not(exists(linesOfName(db))))
      .executeTakeFirstOrThrow();
    deleted += Number(numDeletedRows);
  }
  return deleted;
}

function linesOfName(db: Kysely<Database>) {
  return db
    .selectFrom("order_lines")
    .select("order_lines.id")
    .whereRef("order_lines.canteen_id", "=", sql.ref("line_texts.canteen_id"))
    .whereRef("order_lines.search", "=", sql.ref("line_texts.search"));
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
