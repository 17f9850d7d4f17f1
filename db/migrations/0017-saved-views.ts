import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** The filters that each person keeps under a name. */
export const migration0017: AppMigration = {
  name: "0017-saved-views",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table saved_views (
    user_id $text not null references users (id), id $text not null, page $text not null,
    name $text not null, sort $text not null, search $text not null, created_at $text not null,
    primary key (user_id, id))`,
];
