import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** A second step at sign-in: the secret shared with a person's application, and what replaces it when it is lost. */
export const migration0071: AppMigration = {
  name: "0071-two-step",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table two_steps (
    user_id $text primary key not null references users (id), secret $text not null, confirmed_at $text,
    last_step $money not null, recovery_salt $text not null, created_at $text not null)`,
  `create table recovery_codes (
    user_id $text not null references users (id), code_hash $text not null, primary key (user_id, code_hash))`,
];
