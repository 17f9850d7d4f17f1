import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Since when a person may no longer sign in, asks to be forgotten, and was. */
export const migration0074: AppMigration = {
  name: "0074-erasure",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `alter table users add column disabled_at $text`,
  `alter table users add column erasure_asked_at $text`,
  `alter table users add column erased_at $text`,
];
