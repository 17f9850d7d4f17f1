import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Words are looked for among a supplier's articles, tens of thousands of a wholesaler, without reading them. */
export const migration0099: AppMigration = {
  name: "0099-article-words",
  up: (context) =>
    runDdl(context, ["create index offers_by_words on offers (supplier_id, active, search, id, product_id)"]),
};
