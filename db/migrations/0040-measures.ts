import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Followed measures of an organisation, and what was written of each, line after line. */
export const migration0040: AppMigration = {
  name: "0040-measures",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table measures (
    id $text not null primary key, organisation_id $text not null references organisations (id),
    title $text not null, search $text not null, description $text not null,
    owner_id $text references users (id), owner_title $text,
    starts_on $text not null, due_on $text not null, state $text not null, reason $text,
    figure $text not null, certainty $text not null, scope_kind $text not null, scope_id $text not null,
    unit_text $text, start_value $money not null, start_on $text not null, target_value $money not null,
    created_at $text not null)`,
  `create index measures_by_organisation on measures (organisation_id)`,
  `create index measures_by_scope on measures (scope_id)`,
  `create table measure_entries (
    measure_id $text not null references measures (id), id $text not null,
    kind $text not null, note $text not null, measured_value $money, measured_on $text, changes $text not null,
    written_at $text not null, written_by $text references users (id),
    primary key (measure_id, id))`,
];
