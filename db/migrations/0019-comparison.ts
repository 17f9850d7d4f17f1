import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/**
 * The same food raw, ready to use or frozen: products that point to the one they stand for. The delivery day agreed
 * with the supplier, so that « late » is measured and not guessed.
 */
export const migration0019: AppMigration = {
  name: "0019-comparison",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `alter table products add column gamme $text`,
  `alter table products add column base_product_id $text references products (id)`,
  `alter table products add column portion_grams $int`,
  `alter table products add column season $text not null default '[]'`,
  `create index products_by_base on products (base_product_id) where base_product_id is not null`,
  `alter table orders add column expected_on $text`,
  `create index orders_by_supplier on orders (supplier_id, canteen_id, ordered_on)`,
];
