import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** What a dashboard may be narrowed to. The ids are one text: a shared table points at no canteen's. */
export const migration0016: AppMigration = {
  name: "0016-canteen-groups",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table canteen_groups (
    id $text primary key, organisation_id $text not null references organisations (id),
    name $text not null, search $text not null, canteen_ids $text not null, created_at $text not null)`,
  `create index canteen_groups_by_organisation on canteen_groups (organisation_id, search)`,
];
