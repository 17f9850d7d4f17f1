import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Contracts of an organisation, their lots, social clauses, employers and the hours done. */
export const migration0037: AppMigration = {
  name: "0037-contracts",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table contracts (
    id $text primary key not null, organisation_id $text not null references organisations (id),
    number $text not null, number_search $text not null, subject $text not null, kind $text not null,
    procedure $text, starts_on $text not null, ends_on $text not null, created_at $text not null,
    check (ends_on >= starts_on))`,
  `create unique index contracts_by_number on contracts (organisation_id, number_search)`,
  `create table awarded_lots (
    id $text primary key not null, contract_id $text not null references contracts (id),
    organisation_id $text not null references organisations (id), position $int not null,
    number $text, subject $text, supplier_id $text references suppliers (id), holder_name $text not null,
    holder_siret $text, amount_ht_cents $money not null, check (amount_ht_cents >= 0))`,
  `create index awarded_lots_by_contract on awarded_lots (contract_id)`,
  `create index awarded_lots_by_organisation on awarded_lots (organisation_id)`,
  `create index awarded_lots_by_supplier on awarded_lots (supplier_id)`,
  `create table clauses (
    id $text primary key not null, lot_id $text not null references awarded_lots (id),
    organisation_id $text not null references organisations (id), position $int not null, way $text not null,
    labour_share_bp $int check (labour_share_bp between 0 and 10000),
    insertion_share_bp $int check (insertion_share_bp between 0 and 10000),
    hourly_cost_cents $int check (hourly_cost_cents > 0),
    agreed_hours_e2 $int check (agreed_hours_e2 >= 0), agreed_reason $text,
    starts_on $text not null, ends_on $text not null, facilitator $text, check (ends_on >= starts_on))`,
  `create index clauses_by_lot on clauses (lot_id)`,
  `create index clauses_by_organisation on clauses (organisation_id)`,
  `create table clause_employers (
    id $text primary key not null, clause_id $text not null references clauses (id),
    organisation_id $text not null references organisations (id), position $int not null,
    name $text not null, kind $text, siret $text)`,
  `create index clause_employers_by_clause on clause_employers (clause_id)`,
  `create index clause_employers_by_organisation on clause_employers (organisation_id)`,
  `create table clause_hours (
    employer_id $text not null references clause_employers (id), month $text not null,
    clause_id $text not null references clauses (id), organisation_id $text not null references organisations (id),
    hours_e2 $int not null check (hours_e2 >= 0), people $int check (people >= 0),
    primary key (employer_id, month))`,
  `create index clause_hours_by_organisation on clause_hours (organisation_id, month)`,
  `create index clause_hours_by_clause on clause_hours (clause_id)`,
];
