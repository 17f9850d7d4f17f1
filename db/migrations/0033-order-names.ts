import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** An organisation chooses whether its canteens are named to one another where their orders could be grouped. */
export const migration0033: AppMigration = {
  name: "0033-order-names",
  up: (context) =>
    runDdl(context, [`alter table organisations add column shares_order_names $bool not null default 0`]),
};
