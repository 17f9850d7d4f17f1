import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Organisation, people, places. */
export const migration0001: AppMigration = {
  name: "0001-foundation",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table settings (key $text primary key not null, value $text not null)`,
  `create table organisations (
    id $text primary key not null, name $text not null, territory_code $text,
    demo $bool not null, created_at $text not null)`,
  `create table local_definitions (
    id $text primary key not null, organisation_id $text not null references organisations (id),
    valid_from $text not null, scope $text not null, radius_m $int, created_at $text not null,
    unique (organisation_id, valid_from), check ((scope = 'KM') = (radius_m is not null)))`,
  `create table users (
    id $text primary key not null, email $text not null unique, name $text not null,
    password_hash $text not null, locale $text not null check (locale in ('fr', 'en')),
    disabled $bool not null, created_at $text not null)`,
  `create table sessions (
    token_hash $text primary key not null, user_id $text not null references users (id),
    created_at $text not null, seen_at $text not null, expires_at $text not null)`,
  `create index sessions_by_user on sessions (user_id)`,
  `create table grants (
    id $text primary key not null, user_id $text not null references users (id), role $text not null,
    scope_kind $text not null, scope_id $text not null, created_at $text not null,
    unique (user_id, role, scope_kind, scope_id))`,
  `create table communes (
    code $text primary key not null, name $text not null, search $text not null, epci $text,
    departement $text not null, region $text not null, postcodes $text not null, population $int,
    lat_e6 $int, lng_e6 $int, uncertainty_m $int, position_source $text,
    check ((lat_e6 is null) = (lng_e6 is null) and (lat_e6 is null) = (uncertainty_m is null)))`,
  `create index communes_by_search on communes (search)`,
  `create index communes_by_departement on communes (departement)`,
  `create table territories (
    code $text primary key not null, kind $text not null, name $text not null, search $text not null)`,
  `create table pat_communes (
    pat_code $text not null, commune $text not null, primary key (pat_code, commune))`,
  `create table canteens (
    id $text primary key not null, organisation_id $text not null references organisations (id),
    name $text not null, search $text not null, siret $text not null unique, uai $text,
    sector $text not null, regime $text not null, commune $text not null references communes (code),
    epci $text, departement $text not null, region $text not null, lat_e6 $int, lng_e6 $int,
    central_kitchen_id $text references canteens (id), meals_per_year $int,
    active $bool not null, created_at $text not null)`,
  `create index canteens_by_departement on canteens (departement)`,
  `create table targets (
    id $text primary key not null, organisation_id $text not null references organisations (id),
    canteen_id $text references canteens (id), indicator $text not null,
    basis $text not null check (basis in ('value', 'weight')), year $int not null,
    share_bp $int not null check (share_bp between 0 and 10000), created_at $text not null)`,
  `create table audit (
    stream $text not null, seq $int not null, at $text not null, user_id $text, noun $text not null,
    noun_id $text not null, action $text not null, before $text, after $text,
    previous_hash $text not null, hash $text not null, primary key (stream, seq))`,
  `create index audit_by_noun on audit (noun, noun_id)`,
  `create table jobs (
    id $text primary key not null, kind $text not null, subject $text not null, cursor $text not null,
    outcome $text not null, created_at $text not null, finished_at $text)`,
];
