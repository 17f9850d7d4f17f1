import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** A canteen may ask a légumerie for organic goods only. */
export const migration0035: AppMigration = {
  name: "0035-legumerie-organic-requests",
  up: (context) =>
    runDdl(context, [`alter table legumerie_requests add column organic $bool not null default 0`]),
};
