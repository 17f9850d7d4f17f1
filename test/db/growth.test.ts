import { sql } from "kysely";
import { expect, test } from "vitest";
import { tellGrowth } from "../../db/growth.ts";
import { inTransaction } from "../../db/transaction.ts";
import { describeOnEngines } from "../support/engines.ts";
import { seedOrganisation } from "../support/seed.ts";

describeOnEngines("a table that grows in a transaction", (on) => {
  test("is counted once it is not known to be large", async () => {
    await seedOrganisation(on.db);
    await inTransaction(on.db, async (trx) => {
      await tellGrowth(trx, on.engine, "organisations");
      expect(await knownRows(on.engine, trx)).toBe(on.engine === "sqlite" ? null : 1);
      for (let index = 0; index < 3; index++) await seedOrganisation(trx);
      await tellGrowth(trx, on.engine, "organisations");
      expect(await knownRows(on.engine, trx)).toBe(on.engine === "sqlite" ? null : 4);
    });
  });
});

/** Null: the engine keeps no count. */
async function knownRows(engine: string, trx: Parameters<typeof tellGrowth>[0]): Promise<number | null> {
  if (engine === "sqlite") return null;
  const { rows } = await sql<{ known: number }>`
    select cast(reltuples as bigint) as known from pg_class where oid = to_regclass('organisations')`.execute(
    trx,
  );
  return rows[0]?.known ?? null;
}
