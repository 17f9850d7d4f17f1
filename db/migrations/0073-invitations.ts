import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Links by which a person chooses their password, each once. */
export const migration0073: AppMigration = {
  name: "0073-invitations",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table invitations (
    user_id $text primary key not null references users (id), token_hash $text not null unique,
    created_at $text not null, expires_at $text not null)`,
];
