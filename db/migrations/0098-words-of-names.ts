import { sql } from "kysely";
import type { AppMigration } from "../engine.ts";

/**
 * What lines are called in all canteens together, once each, by threes of letters, on SQLite: triggers keep it up,
 * whoever writes `line_texts`. PostgreSQL has its own (0085). Tables whose names begin with `_` are made of others: no
 * backup, copy or check reads them.
 */
export const migration0098: AppMigration = {
  name: "0098-words-of-names",
  async up({ db, engine }) {
    if (engine !== "sqlite") return;
    for (const statement of [
      "create table _line_names (id integer primary key, search text not null unique) strict",
      `create virtual table _line_words
        using fts5(search, content='_line_names', content_rowid='id', tokenize='trigram')`,
      `create trigger _line_names_words after insert on _line_names begin
        insert into _line_words (rowid, search) values (new.id, new.search);
      end`,
      `create trigger _line_texts_names after insert on line_texts
        when not exists (select 1 from _line_names where search = new.search) begin
        insert into _line_names (search) values (new.search);
      end`,
      "insert into _line_names (search) select distinct search from line_texts",
    ])
      await sql.raw(statement).execute(db);
  },
};
