import { beforeAll, expect, test } from "vitest";
import { projectionsRouter } from "../../../server/routers/projections.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { seedPurchases } from "../../support/purchases.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("projections router", (on) => {
  const createCaller = createCallerFactory(projectionsRouter);
  let canteenIds: Id[] = [];

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    for (const seed of [1, 2]) {
      const { id } = await seedCanteen(on.db, { organisationId });
      await seedPurchases(on.db, actionContext(on), { canteenId: id, orders: 30, seed });
      canteenIds = [...canteenIds, id];
    }
  });

  async function callerWith(...grants: Grant[]) {
    return createCaller(appContext(on, { user: await seedPerson(on.db, { grants }), grants }));
  }
  const manager = () => callerWith({ role: "manager", scopeKind: "canteen", scopeId: canteenIds[0] ?? "" });

  async function boughtIn(year: number, ids: readonly Id[]): Promise<number> {
    const { sum } = await on.db
      .selectFrom("order_lines")
      .select((eb) => eb.fn.sum<number>("amount_ht_cents").as("sum"))
      .where("canteen_id", "in", [...ids])
      .where("counted", "=", 1)
      .where("month", ">=", `${year}-01`)
      .where("month", "<=", `${year}-12`)
      .executeTakeFirstOrThrow();
    return sum ?? 0;
  }

  test("a canteen's rates so far are those of its lines, each with what its targets ask", async () => {
    const caller = await manager();
    const answer = await caller.canteen({ canteenId: canteenIds[0] ?? "" });
    const organic = answer.indicators.find(({ indicator }) => indicator === "ORGANIC");
    expect(answer).toMatchObject({ canteens: 1, openings: ["SCHOOL_B"], basis: "value" });
    expect(organic?.projections.strict?.soFar.denominator).toBe(
      await boughtIn(answer.year, canteenIds.slice(0, 1)),
    );
    expect(organic?.targets).toMatchObject([{ source: "law", shareBp: 2000 }]);
    expect(organic?.targets[0]?.outlook.strict?.outlook).toBeTypeOf("string");
    expect(organic?.projections.strict?.points).toHaveLength(12);
    expect(answer.indicators.find(({ indicator }) => indicator === "LOCAL")?.targets).toEqual([]);
  });

  test("a territory's canteens go together", async () => {
    const caller = await callerWith({ role: "official", scopeKind: "territory", scopeId: "DEP-62" });
    const answer = await caller.territory({});
    expect(answer.canteens).toBe(2);
    expect(answer.indicators[0]?.projections.strict?.soFar.denominator).toBe(
      await boughtIn(answer.year, canteenIds),
    );
  });

  test("a year without purchases, and none before, has no projection", async () => {
    const caller = await manager();
    const answer = await caller.canteen({ canteenId: canteenIds[0] ?? "", year: 2010 });
    expect(answer.indicators.map(({ projections }) => projections.strict)).toEqual(Array(6).fill(null));
    expect(answer.indicators.flatMap(({ targets }) => targets)).toEqual([]);
  });

  test("a colleague's canteen is not found", async () => {
    const caller = await manager();
    await expect(caller.canteen({ canteenId: canteenIds[1] ?? "" })).rejects.toThrow("NOT_FOUND");
  });
});
