import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** A supplier's lines are found by its orders, of which there are ten times fewer to index. */
export const migration0013: AppMigration = {
  name: "0013-supplier-index",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  "drop index order_lines_by_supplier",
  "create index orders_by_supplier on orders (supplier_id, canteen_id)",
];
