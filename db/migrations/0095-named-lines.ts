import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** The lines of a name are added up from the index alone: reading them one by one took most of the time of a search. */
export const migration0095: AppMigration = {
  name: "0095-named-lines",
  up: (context) =>
    runDdl(context, [
      `create index order_lines_by_name
        on order_lines (canteen_id, search, counted_on, counted, amount_ht_cents, weight_grams)`,
      "drop index order_lines_by_text",
    ]),
};
