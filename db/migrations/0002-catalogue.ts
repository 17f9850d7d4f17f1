import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Suppliers, proofs, products and suppliers' articles. */
export const migration0002: AppMigration = {
  name: "0002-catalogue",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table files (
    id $text primary key not null, name $text not null, media_type $text not null, size $int not null,
    content $blob not null, created_at $text not null)`,
  `create table suppliers (
    id $text primary key not null, name $text not null, search $text not null, siret $text unique,
    kind $text not null, legal_form $text, insertion_status $text, ess $bool not null, esus $bool not null,
    commune $text references communes (code), production_commune $text references communes (code),
    lat_e6 $int, lng_e6 $int, active $bool not null, created_at $text not null)`,
  `create index suppliers_by_search on suppliers (search)`,
  `create table certificates (
    id $text primary key not null, supplier_id $text not null references suppliers (id),
    scheme $text not null, number $text not null, control_body $text, families $text not null,
    valid_from $text not null, valid_to $text, file_id $text references files (id), created_at $text not null,
    check (valid_to is null or valid_to >= valid_from))`,
  `create index certificates_by_supplier on certificates (supplier_id)`,
  `create table products (
    id $text primary key not null, name $text not null, name_en $text not null, search $text not null,
    family $text, homogeneous_family $text, composition $text, plant $int check (plant in (0, 1)),
    farm_kind $text, unit $text not null, piece_grams $int, vat_bp $int not null, refuse_bp $int,
    active $bool not null)`,
  `create index products_by_search on products (search)`,
  `create table offers (
    id $text primary key not null, supplier_id $text not null references suppliers (id),
    product_id $text references products (id), code $text, name $text not null, search $text not null,
    family $text, unit $text not null, pack_grams $int, vat_bp $int not null, claims $text not null,
    organic_stage $text, certified_share_bp $int, producer_id $text references suppliers (id),
    origin_communes $text not null, origin $text, intermediaries $int,
    active $bool not null, created_at $text not null)`,
  `create index offers_by_supplier on offers (supplier_id, search)`,
  `create index offers_by_product on offers (product_id)`,
  `create table imports (
    id $text primary key not null, organisation_id $text not null references organisations (id),
    file_sha256 $text not null, file_name $text not null, rows_read $int not null, rows_created $int not null,
    rows_refused $int not null, rows_duplicate $int not null, total_cents $money not null,
    issues $text not null, created_by $text references users (id), created_at $text not null, undone_at $text)`,
  `create index imports_by_content on imports (file_sha256)`,
];
