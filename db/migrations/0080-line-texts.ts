import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** What the lines of each canteen are called, once each: words are looked for there, then lines by their name. */
export const migration0080: AppMigration = {
  name: "0080-line-texts",
  up: (context) =>
    runDdl(context, [
      `create table line_texts (
        canteen_id $text not null references canteens (id), search $text not null, primary key (canteen_id, search))`,
      "insert into line_texts (canteen_id, search) select distinct canteen_id, search from order_lines",
      "create index order_lines_by_text on order_lines (canteen_id, search, counted_on)",
    ]),
};
