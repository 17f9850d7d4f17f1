import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Where the log of PostgreSQL stood after a session's last write, noted only where reads go to a replica. */
export const migration0067: AppMigration = {
  name: "0067-session-writes",
  up: (context) => runDdl(context, ["alter table sessions add column wrote_lsn $text"]),
};
