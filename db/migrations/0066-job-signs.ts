import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** A process that works on a job says so after each batch; null: a job planned before this. */
export const migration0066: AppMigration = {
  name: "0066-job-signs",
  up: (context) => runDdl(context, ["alter table jobs add column seen_at $text"]),
};
