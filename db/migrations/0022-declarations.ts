import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** A year that was declared is frozen: its lines keep their verdict, and what they would have today stands apart. */
export const migration0022: AppMigration = {
  name: "0022-declarations",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table declarations (
    canteen_id $text not null references canteens (id), id $text not null, year $int not null,
    amounts $text not null, lines $int not null,
    declared_at $text not null, declared_by $text references users (id),
    reopened_at $text, reopened_by $text references users (id), reason $text,
    primary key (canteen_id, id))`,
  `create unique index declarations_in_force on declarations (canteen_id, year) where reopened_at is null`,
  `create table late_verdicts (
    canteen_id $text not null, line_id $text not null,
    strict_category $text not null, declared_category $text not null, marks $int not null,
    verdict_id $text not null, noted_at $text not null,
    primary key (canteen_id, line_id),
    foreign key (canteen_id, line_id) references order_lines (canteen_id, id),
    foreign key (canteen_id, verdict_id) references verdicts (canteen_id, id))`,
];
