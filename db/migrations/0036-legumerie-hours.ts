import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Hours worked in a légumerie, by month and status. */
export const migration0036: AppMigration = {
  name: "0036-legumerie-hours",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table legumerie_hours (
    legumerie_id $text not null references suppliers (id), month $text not null, status $text not null,
    hours_e2 $int not null, people $int not null, primary key (legumerie_id, month, status),
    check (hours_e2 >= 0 and people >= 0))`,
];
