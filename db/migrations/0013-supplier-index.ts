import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** A supplier's lines are found by its orders, which have an index of their own (0019) and are ten times fewer. */
export const migration0013: AppMigration = {
  name: "0013-supplier-index",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = ["drop index order_lines_by_supplier"];
