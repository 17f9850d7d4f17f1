import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** An invoice answers to several orders, undone or not; the codes under which a canteen's articles were bought. */
export const migration0014: AppMigration = {
  name: "0014-invoice-orders",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table invoice_orders (
    canteen_id $text not null, order_id $text not null, invoice_id $text not null,
    order_version $int not null, order_before $text, undone_at $text,
    primary key (canteen_id, order_id, invoice_id),
    foreign key (canteen_id, order_id) references orders (canteen_id, id))`,
  `create index invoice_orders_by_invoice on invoice_orders (canteen_id, invoice_id)`,
  `insert into invoice_orders (canteen_id, order_id, invoice_id, order_version, order_before)
    select canteen_id, order_id, id, order_version, order_before from invoices
    where state = 'RECORDED' and order_id is not null and order_version is not null`,
  `alter table invoices drop column order_version`,
  `alter table invoices drop column order_before`,
  `create table article_codes (
    canteen_id $text not null references canteens (id), supplier_id $text not null references suppliers (id),
    code $text not null, search $text not null, updated_at $text not null,
    primary key (canteen_id, supplier_id, code))`,
];
