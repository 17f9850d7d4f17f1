import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** The last row of each stream of the record of changes, kept apart: rows cut off its end are missed there. */
export const migration0081: AppMigration = {
  name: "0081-audit-heads",
  up: (context) =>
    runDdl(context, [
      "create table audit_heads (stream $text not null primary key, seq $int not null, hash $text not null)",
      `insert into audit_heads (stream, seq, hash) select stream, seq, hash from audit
        where not exists (select 1 from audit later where later.stream = audit.stream and later.seq > audit.seq)`,
    ]),
};
