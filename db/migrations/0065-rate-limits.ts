import { sql } from "kysely";
import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Unlogged where that exists: a count is written more often than anything else, and a crash may forget it. */
export const migration0065: AppMigration = {
  name: "0065-rate-limits",
  async up(context) {
    await runDdl(context, [
      "create table rate_limits (key $text not null primary key, points $money not null, ends_at $text not null)",
      "create index rate_limits_by_end on rate_limits (ends_at)",
    ]);
    if (context.engine === "postgres") await sql`alter table rate_limits set unlogged`.execute(context.db);
  },
};
