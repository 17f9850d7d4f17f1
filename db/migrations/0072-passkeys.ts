import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Passkeys of people, and the challenges that were given and not answered yet. */
export const migration0072: AppMigration = {
  name: "0072-passkeys",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table passkeys (
    id $text primary key not null, user_id $text not null references users (id), public_key $text not null,
    counter $money not null, transports $text not null, name $text not null, created_at $text not null,
    used_at $text)`,
  `create index passkeys_by_user on passkeys (user_id)`,
  `create table passkey_challenges (
    challenge $text primary key not null, user_id $text references users (id), created_at $text not null)`,
];
