import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Orders, lines, verdicts and the cube: `canteen_id` leads every key and foreign key. */
export const migration0003: AppMigration = {
  name: "0003-orders",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table orders (
    canteen_id $text not null references canteens (id), id $text not null,
    supplier_id $text not null references suppliers (id),
    kind $text not null check (kind in ('ORDER', 'CREDIT_NOTE')),
    status $text not null check (status in ('DRAFT', 'ORDERED', 'RECEIVED', 'INVOICED')),
    reference $text, ordered_on $text not null, delivered_on $text, invoiced_on $text, note $text,
    import_id $text references imports (id), version $int not null, created_by $text references users (id),
    created_at $text not null, updated_at $text not null, deleted_at $text,
    primary key (canteen_id, id))`,
  `create index orders_by_date on orders (canteen_id, ordered_on)`,
  `create index orders_by_import on orders (import_id)`,
  `create table verdicts (
    canteen_id $text not null references canteens (id), id $text not null, content $text not null,
    organic_status $text not null, quality_status $text not null, short_status $text not null,
    local_status $text not null, primary key (canteen_id, id))`,
  `create table order_lines (
    canteen_id $text not null, id $text not null, order_id $text not null,
    supplier_id $text not null references suppliers (id), position $int not null,
    product_id $text references products (id), offer_id $text references offers (id),
    description $text not null, search $text not null, family $text,
    quantity_milli $money, unit $text, received_milli $money, unit_grams $int, unit_price_ht_e4 $money,
    amount_ht_cents $money not null, vat_bp $int, weight_grams $money,
    producer_id $text references suppliers (id), origin_communes $text not null, origin $text,
    intermediaries $int, claims $text not null, organic_stage $text, certified_share_bp $int,
    claimed_short $int check (claimed_short in (0, 1)), claimed_local $int check (claimed_local in (0, 1)),
    counted_on $text not null, date_kind $text not null, month $text not null, counted $bool not null,
    strict_category $text not null, declared_category $text not null, marks $int not null,
    verdict_id $text not null,
    primary key (canteen_id, id),
    foreign key (canteen_id, order_id) references orders (canteen_id, id),
    foreign key (canteen_id, verdict_id) references verdicts (canteen_id, id))`,
  `create index order_lines_by_order on order_lines (canteen_id, order_id, position)`,
  `create index order_lines_by_month on order_lines (canteen_id, month, counted)`,
  `create index order_lines_by_supplier on order_lines (supplier_id)`,
  `create index order_lines_by_producer on order_lines (producer_id)`,
  `create index order_lines_by_product on order_lines (product_id, canteen_id, counted_on)`,
  `create index order_lines_by_offer on order_lines (offer_id, canteen_id, counted_on)`,
  `create index order_lines_by_amount on order_lines (canteen_id, counted_on, amount_ht_cents)`,
  `create table cells (
    canteen_id $text not null references canteens (id), month $text not null,
    supplier_id $text not null references suppliers (id), family $text not null,
    strict_category $text not null, declared_category $text not null, marks $int not null,
    amount_cents $money not null, weight_grams $money not null, weighed_cents $money not null,
    lines $int not null,
    primary key (canteen_id, month, supplier_id, family, strict_category, declared_category, marks))`,
];
