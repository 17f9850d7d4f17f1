import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** What a canteen asks several suppliers to price, what they answer, and why one was chosen. */
export const migration0021: AppMigration = {
  name: "0021-quote-requests",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table quote_requests (
    canteen_id $text not null references canteens (id), id $text not null, title $text not null,
    asked_on $text not null, content $text not null, version $int not null,
    created_by $text references users (id), created_at $text not null, updated_at $text not null,
    deleted_at $text,
    primary key (canteen_id, id))`,
];
