import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** What canteens ask of a légumerie, what a delivery answers, what is refused afterwards, and what a canteen is told. */
export const migration0031: AppMigration = {
  name: "0031-legumerie-requests",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table legumerie_requests (
    canteen_id $text not null, id $text not null, legumerie_id $text not null references suppliers (id),
    product_id $text not null references products (id), cut $text not null, grams $money not null,
    weekly $bool not null, asked_on $text not null, wanted_on $text not null, note $text, status $text not null,
    answer $text, answered_on $text, created_at $text not null, primary key (canteen_id, id), check (grams > 0))`,
  `create index legumerie_requests_by_day on legumerie_requests (legumerie_id, status, wanted_on)`,
  `create table legumerie_delivery_details (
    canteen_id $text not null, delivery_id $text not null, request_id $text, refusal_reason $text, refusal_note $text,
    replaced $text, replaced_reason $text, out_of_area $bool not null, primary key (canteen_id, delivery_id),
    foreign key (canteen_id, delivery_id) references legumerie_deliveries (canteen_id, id),
    foreign key (canteen_id, request_id) references legumerie_requests (canteen_id, id))`,
  `create index legumerie_details_by_request on legumerie_delivery_details (canteen_id, request_id)`,
  `create table legumerie_refusals (
    canteen_id $text not null, id $text not null, delivery_id $text not null, legumerie_id $text not null,
    output_id $text not null, grams $money not null, credit_ht_cents $money not null, reason $text not null,
    note $text, refused_on $text not null, created_at $text not null, primary key (canteen_id, id),
    foreign key (canteen_id, delivery_id) references legumerie_deliveries (canteen_id, id), check (grams > 0))`,
  `create index legumerie_refusals_by_output on legumerie_refusals (legumerie_id, output_id)`,
  `create index legumerie_refusals_by_delivery on legumerie_refusals (canteen_id, delivery_id)`,
  `create table legumerie_notices (
    canteen_id $text not null, id $text not null, legumerie_id $text not null references suppliers (id),
    kind $text not null, day $text not null, product_id $text not null references products (id), cut $text not null,
    grams $money not null, reason $text, words $text, out_of_area $bool not null, order_id $text, read_on $text,
    created_at $text not null, primary key (canteen_id, id))`,
];
