import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Invoices of canteens, the lines that come from them, and how suppliers name their articles. */
export const migration0008: AppMigration = {
  name: "0008-invoices",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table invoices (
    canteen_id $text not null references canteens (id), id $text not null,
    file_id $text not null references files (id), file_name $text not null,
    media $text not null check (media in ('invoice-xml', 'pdf', 'image')),
    state $text not null check (state in ('REVIEW', 'RECORDED', 'ATTACHED')),
    kind $text check (kind in ('INVOICE', 'CREDIT_NOTE')), number $text, issued_on $text,
    supplier_id $text references suppliers (id), seller_name $text, seller_siren $text, search $text not null,
    tax_exclusive_cents $money, tax_cents $money, tax_inclusive_cents $money,
    gap_cents $money not null, difference_cents $money, invoice_key $text, content $text, refusal $text,
    order_id $text, order_version $int, order_before $text,
    created_by $text references users (id), created_at $text not null, recorded_at $text,
    primary key (canteen_id, id))`,
  `create unique index invoices_by_file on invoices (canteen_id, file_id)`,
  `create unique index invoices_by_key on invoices (canteen_id, invoice_key)`,
  `create index invoices_by_creation on invoices (canteen_id, created_at)`,
  `create index invoices_by_order on invoices (canteen_id, order_id)`,
  `create index invoices_of_file on invoices (file_id)`,
  `create table invoice_lines (
    canteen_id $text not null, invoice_id $text not null, order_line_id $text not null,
    purchase_key $text not null,
    primary key (canteen_id, invoice_id, order_line_id),
    foreign key (canteen_id, invoice_id) references invoices (canteen_id, id))`,
  `create index invoice_lines_by_line on invoice_lines (canteen_id, order_line_id)`,
  `create table article_aliases (
    supplier_id $text not null references suppliers (id), alias $text not null,
    offer_id $text not null references offers (id), created_at $text not null,
    primary key (supplier_id, alias))`,
  `create table seller_aliases (
    alias $text primary key not null, supplier_id $text not null references suppliers (id),
    created_at $text not null)`,
  `create table file_uploads (
    file_id $text not null references files (id), user_id $text not null references users (id),
    created_at $text not null, primary key (file_id, user_id))`,
];
