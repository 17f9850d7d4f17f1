import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Lots of an organisation's contracts, with the weights and marks that two EGalim categories ask for. */
export const migration0015: AppMigration = {
  name: "0015-contract-lots",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table contract_lots (
    id $text primary key not null, organisation_id $text not null references organisations (id),
    supplier_id $text not null references suppliers (id), contract $text not null, lot $text,
    families $text not null, valid_from $text not null, valid_to $text,
    externalities_weight_bp $int not null check (externalities_weight_bp between 0 and 10000),
    environment_weight_bp $int not null check (environment_weight_bp between 0 and 10000),
    direct_supply_weight_bp $int not null check (direct_supply_weight_bp between 0 and 10000),
    marks $text not null, created_at $text not null,
    check (valid_to is null or valid_to >= valid_from))`,
  `create index contract_lots_by_supplier on contract_lots (supplier_id, organisation_id)`,
];
