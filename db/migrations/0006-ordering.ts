import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/**
 * What is ordered again and again, how a supplier takes orders, and why goods were refused. Terms belong to the
 * organisation: two départements negotiate different minimums with the same wholesaler.
 */
export const migration0006: AppMigration = {
  name: "0006-ordering",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `alter table order_lines add column refusal_reason $text`,
  `alter table order_lines add column refusal_note $text`,
  `create table order_templates (
    canteen_id $text not null references canteens (id), id $text not null,
    supplier_id $text not null references suppliers (id),
    name $text not null, search $text not null, lines $text not null,
    created_at $text not null, updated_at $text not null, deleted_at $text,
    primary key (canteen_id, id))`,
  `create index order_templates_by_supplier on order_templates (canteen_id, supplier_id)`,
  `create table ordering_terms (
    organisation_id $text not null references organisations (id),
    supplier_id $text not null references suppliers (id),
    minimum_ht_cents $money, free_delivery_ht_cents $money, delivery_days $text not null,
    order_days_before $int, order_before_hour $int,
    primary key (organisation_id, supplier_id))`,
];
