import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/**
 * Half of what an import writes was indexes. An imported line has neither article, product nor producer: it is left out
 * of theirs; months are found by their days.
 */
export const migration0011: AppMigration = {
  name: "0011-line-indexes",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  "drop index order_lines_by_month",
  "drop index order_lines_by_producer",
  "drop index order_lines_by_product",
  "drop index order_lines_by_offer",
  `create index order_lines_by_producer on order_lines (producer_id) where producer_id is not null`,
  `create index order_lines_by_product on order_lines (product_id, canteen_id, counted_on)
    where product_id is not null`,
  `create index order_lines_by_offer on order_lines (offer_id, canteen_id, counted_on)
    where offer_id is not null`,
];
