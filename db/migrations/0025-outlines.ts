import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Official outlines, a département each. */
export const migration0025: AppMigration = {
  name: "0025-outlines",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table outlines (departement $text primary key not null, topology $text not null, loaded_at $text not null)`,
];
