import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** The légumerie ledger. */
export const migration0004: AppMigration = {
  name: "0004-legumerie",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table legumerie_lots (
    legumerie_id $text not null references suppliers (id), id $text not null,
    producer_id $text not null references suppliers (id), product_id $text not null references products (id),
    variety $text, gross_grams $money not null, price_ht_cents $money not null, harvested_on $text,
    received_on $text not null, origin_commune $text references communes (code), organic_stage $text,
    supplier_lot $text, intermediaries $int not null, owned $bool not null, created_at $text not null,
    primary key (legumerie_id, id), check (gross_grams > 0))`,
  `create index legumerie_lots_by_date on legumerie_lots (legumerie_id, received_on)`,
  `create table legumerie_batches (
    legumerie_id $text not null references suppliers (id), id $text not null, started_on $text not null,
    ended_on $text, cut $text not null, created_at $text not null,
    primary key (legumerie_id, id), check (ended_on is null or ended_on >= started_on))`,
  `create table legumerie_batch_inputs (
    legumerie_id $text not null, batch_id $text not null, lot_id $text not null, grams $money not null,
    primary key (legumerie_id, batch_id, lot_id),
    foreign key (legumerie_id, batch_id) references legumerie_batches (legumerie_id, id),
    foreign key (legumerie_id, lot_id) references legumerie_lots (legumerie_id, id), check (grams > 0))`,
  `create table legumerie_losses (
    legumerie_id $text not null, id $text not null, batch_id $text not null, grams $money not null,
    cause $text not null, destination $text not null, primary key (legumerie_id, id),
    foreign key (legumerie_id, batch_id) references legumerie_batches (legumerie_id, id), check (grams > 0))`,
  `create index legumerie_losses_by_batch on legumerie_losses (legumerie_id, batch_id)`,
  `create table legumerie_outputs (
    legumerie_id $text not null, id $text not null, batch_id $text not null,
    product_id $text not null references products (id), cut $text not null, net_grams $money not null,
    pack_grams $int, packed_on $text not null, use_by $text not null, created_at $text not null,
    primary key (legumerie_id, id),
    foreign key (legumerie_id, batch_id) references legumerie_batches (legumerie_id, id),
    check (net_grams > 0 and use_by > packed_on))`,
  `create index legumerie_outputs_by_batch on legumerie_outputs (legumerie_id, batch_id)`,
  `create table legumerie_deliveries (
    canteen_id $text not null, id $text not null, legumerie_id $text not null references suppliers (id),
    output_id $text not null, delivered_on $text not null, grams $money not null,
    refused_grams $money not null, price_ht_cents $money not null, order_id $text not null,
    line_id $text not null, created_at $text not null, primary key (canteen_id, id),
    foreign key (canteen_id, order_id) references orders (canteen_id, id),
    foreign key (canteen_id, line_id) references order_lines (canteen_id, id),
    check (grams > 0 and refused_grams between 0 and grams))`,
  `create index legumerie_deliveries_by_output on legumerie_deliveries (legumerie_id, output_id)`,
];
