import { sql } from "kysely";
import type { AppMigration } from "../engine.ts";

/** A name that `line_texts` has no more, in any canteen, leaves the index of words (0098) by itself. */
export const migration0101: AppMigration = {
  name: "0101-names-no-more",
  async up({ db, engine }) {
    if (engine !== "sqlite") return;
    for (const statement of [
      `create trigger _line_names_gone after delete on _line_names begin
        insert into _line_words (_line_words, rowid, search) values ('delete', old.id, old.search);
      end`,
      // By canteen, for the key of line_texts begins with it.
      `create trigger _line_texts_gone after delete on line_texts
        when not exists (
          select 1 from canteens
          join line_texts as others on others.canteen_id = canteens.id and others.search = old.search
        ) begin
        delete from _line_names where search = old.search;
      end`,
    ])
      await sql.raw(statement).execute(db);
  },
};
