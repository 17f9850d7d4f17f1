import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Files of hours that were imported, with what undoing them puts back. */
export const migration0038: AppMigration = {
  name: "0038-clause-hour-imports",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table clause_hour_imports (
    id $text primary key not null, organisation_id $text not null references organisations (id),
    file_name $text not null, sha256 $text not null, changes $text not null, created_at $text not null,
    created_by $text references users (id), undone_at $text)`,
  `create index clause_hour_imports_by_organisation on clause_hour_imports (organisation_id, created_at)`,
];
