import { sql } from "kysely";
import { expect, test } from "vitest";
import { tellGrowth } from "../../db/growth.ts";
import { inTransaction } from "../../db/transaction.ts";
import { behindWall } from "../../db/wall.ts";
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

  test("is counted behind the wall too, which then stands again", async () => {
    await inTransaction(behindWall(on.db, "nobody"), async (trx) => {
      const before = await knownRows(on.engine, trx);
      await seedOrganisation(trx);
      await tellGrowth(trx, on.engine, "organisations");
      expect(await knownRows(on.engine, trx)).toBe(before === null ? null : before + 1);
      if (on.engine === "sqlite") return;
      const { rows } = await sql<{ role: string }>`select current_user as role`.execute(trx);
      expect(rows).toEqual([{ role: "postgres_one_canteen" }]);
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
