import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** What a légumerie can work each open day, and when it is closed: dated. */
export const migration0034: AppMigration = {
  name: "0034-legumerie-capacities",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table legumerie_capacities (
    legumerie_id $text not null references suppliers (id), valid_from $text not null, grams_per_day $money not null,
    weekdays $text not null, school_calendar $bool not null, closures $text not null, created_at $text not null,
    primary key (legumerie_id, valid_from), check (grams_per_day > 0))`,
];
