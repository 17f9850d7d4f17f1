import { sql } from "kysely";
import type { AppMigrationContext } from "../engine.ts";
import { columnTypes } from "../engine.ts";

/**
 * Runs DDL written once for both engines: `$int`, `$text`, `$blob` stand for the engine's types,
 * `$money` for an integer within the range JavaScript holds exactly, `$bool` for 0 or 1.
 */
export async function runDdl(
  { db, engine }: AppMigrationContext,
  statements: readonly string[],
): Promise<void> {
  const { int, text, blob, strict } = columnTypes(engine);
  for (const statement of statements) {
    const ddl = statement
      .replace(/(\w+) \$money/g, `$1 ${int} CHECK ($1 BETWEEN -9007199254740991 AND 9007199254740991)`)
      .replace(/(\w+) \$bool/g, `$1 ${int} CHECK ($1 IN (0, 1))`)
      .replaceAll("$int", int)
      .replaceAll("$text", text)
      .replaceAll("$blob", blob);
    await sql.raw(/^\s*create table/i.test(ddl) ? ddl + strict : ddl).execute(db);
  }
}
