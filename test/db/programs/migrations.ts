import { sql } from "kysely";
import type { AppMigration } from "../../../db/engine.ts";
import { columnTypes } from "../../../db/engine.ts";

const ROWS = 40;

/** Slow on purpose, and wrong if it runs twice: forty tables, each with the rows that a second run would double. */
export const SLOW_MIGRATIONS: readonly AppMigration[] = ["0001-first", "0002-second"].map((name, index) => ({
  name,
  async up({ db, engine }) {
    const { int, strict } = columnTypes(engine);
    for (let n = 0; n < ROWS; n++) {
      const table = sql.table(`t${index}_${n}`);
      await sql`create table if not exists ${table} (n ${sql.raw(int)} not null)${sql.raw(strict)}`.execute(
        db,
      );
      await sql`insert into ${table} (n) values (${n})`.execute(db);
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (process.send !== undefined && n === 0) process.send(name);
    }
  },
}));

/** Every table and how many rows it has. */
export const EXPECTED_ROWS: ReadonlyMap<string, number> = new Map(
  [0, 1].flatMap((index) => Array.from({ length: ROWS }, (_, n) => [`t${index}_${n}`, 1] as const)),
);
