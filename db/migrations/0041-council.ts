import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Colleges of an organisation's council, and the reports that were kept as they were published. */
export const migration0041: AppMigration = {
  name: "0041-council",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table council_colleges (
    organisation_id $text not null references organisations (id), position $int not null,
    name $text not null, topics $text not null,
    primary key (organisation_id, position))`,
  `create table council_reports (
    id $text not null primary key, organisation_id $text not null references organisations (id),
    semester $text not null, content $text not null,
    closed_at $text not null, closed_by $text references users (id),
    reopened_at $text, reopened_by $text references users (id), reason $text)`,
  `create unique index council_reports_in_force on council_reports (organisation_id, semester)
    where reopened_at is null`,
];
