import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** What each session was opened with, so that its person knows it in the list. */
export const migration0070: AppMigration = {
  name: "0070-session-devices",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `alter table sessions add column browser $text`,
  `alter table sessions add column system $text`,
];
