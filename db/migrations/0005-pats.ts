import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** A PAT belongs to the organisation that drew it. */
export const migration0005: AppMigration = {
  name: "0005-pats",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `alter table territories add column organisation_id $text references organisations (id)`,
  `create index pat_communes_by_commune on pat_communes (commune)`,
];
