import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** An import's progress outlives the page, and its refused rows wait to be corrected. */
export const migration0012: AppMigration = {
  name: "0012-import-drafts",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table import_runs (
    canteen_id $text not null references canteens (id), id $text not null,
    file_id $text not null, file_name $text not null,
    state $text not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    progress $text not null, report $text, created_by $text references users (id),
    created_at $text not null, updated_at $text not null, seen_at $text,
    primary key (canteen_id, id))`,
  `create table import_drafts (
    canteen_id $text not null, id $text not null, run_id $text not null,
    supplier $text not null, date $text not null, rows $text not null, row_count $int not null,
    created_at $text not null, thrown_at $text,
    primary key (canteen_id, id),
    foreign key (canteen_id, run_id) references import_runs (canteen_id, id))`,
  `create index import_drafts_by_run on import_drafts (canteen_id, run_id)`,
];
