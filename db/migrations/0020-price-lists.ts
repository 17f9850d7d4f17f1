import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** What suppliers announce, with the days from and to which it holds: a list belongs to the organisation it is made to. */
export const migration0020: AppMigration = {
  name: "0020-price-lists",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table price_lists (
    id $text primary key not null, organisation_id $text not null references organisations (id),
    supplier_id $text not null references suppliers (id), name $text not null,
    valid_from $text not null, valid_to $text, created_by $text references users (id),
    created_at $text not null, deleted_at $text)`,
  `create index price_lists_by_supplier on price_lists (organisation_id, supplier_id, valid_from)`,
  `create table price_list_lines (
    price_list_id $text not null references price_lists (id), position $int not null,
    offer_id $text references offers (id), code $text, name $text not null, search $text not null,
    unit $text not null, unit_grams $int, unit_price_ht_e4 $money not null,
    primary key (price_list_id, position))`,
];
