import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Published declarations of all canteens of France, a year each. */
export const migration0026: AppMigration = {
  name: "0026-campaigns",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table campaigns (year $int primary key not null, name $text not null, loaded_at $text not null)`,
  `create table campaign_rows (
    year $int not null references campaigns (year), position $int not null, departement $text not null,
    sector $text, organic_bp $int not null, egalim_bp $int, primary key (year, position))`,
];
