import { sql } from "kysely";
import type { AppMigration } from "../engine.ts";

/** What PostgreSQL answers where the extension is not there, not allowed, or out of the search path. */
const NOT_TO_BE_HAD: readonly unknown[] = ["0A000", "22023", "42501", "42704", "58P01"];

/**
 * Names of lines by threes of letters, on PostgreSQL where pg_trgm can be had; elsewhere names are read one by one. The
 * planner takes it behind the wall of many canteens too.
 */
export const migration0085: AppMigration = {
  name: "0085-trigrams",
  async up({ db, engine }) {
    if (engine === "sqlite") return;
    await sql`savepoint trigrams`.execute(db);
    try {
      await sql`create extension if not exists pg_trgm`.execute(db);
      // New names are few: none waits in a list that each search would read.
      await sql`create index line_texts_by_trigram on line_texts using gin (search gin_trgm_ops)
        with (fastupdate = off)`.execute(db);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && NOT_TO_BE_HAD.includes(error.code))) throw error;
      await sql`rollback to savepoint trigrams`.execute(db);
    }
  },
};
