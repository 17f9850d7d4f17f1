import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Mappings of spreadsheets, remembered by source. */
export const migration0007: AppMigration = {
  name: "0007-import-mappings",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table import_mappings (
    organisation_id $text not null references organisations (id), fingerprint $text not null, name $text,
    mapping $text not null, header_row $int, file_sha256 $text not null,
    updated_by $text references users (id), updated_at $text not null,
    primary key (organisation_id, fingerprint))`,
];
