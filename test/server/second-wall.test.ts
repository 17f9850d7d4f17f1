import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { listOrderLines } from "../../db/queries/order-lines.ts";
import { appRouter } from "../../server/router.ts";
import type { ProcedureMeta } from "../../server/trpc.ts";
import {
  canteenProcedure,
  createCallerFactory,
  publicProcedure,
  router,
  signedInProcedure,
  territoryProcedure,
} from "../../server/trpc.ts";
import { idSchema, newId } from "../../shared/ids.ts";
import { appContext } from "../support/app-context.ts";
import { describeOnEngines } from "../support/engines.ts";
import { seedPerson } from "../support/people.ts";
import type { RightsWorld } from "../support/rights-world.ts";
import { seedRightsWorld } from "../support/rights-world.ts";

const order = z.object({ otherId: idSchema, orderId: idSchema });
const count = sql<{ n: number }>`select count(*) as n from order_lines`;

/** Procedures that check the caller's canteen, then read another: what a mistake of ours would be. */
const forgetful = router({
  lines: canteenProcedure("orders.read")
    .input(order)
    .query(({ ctx, input }) =>
      listOrderLines(ctx.action.reader, { canteenId: input.otherId, orderId: input.orderId }),
    ),
  rename: canteenProcedure("orders.write")
    .input(order)
    .mutation(async ({ ctx, input }) => {
      const { numUpdatedRows } = await ctx.action.db
        .updateTable("orders")
        .set({ reference: "taken" })
        .where("id", "=", input.orderId)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    }),
  ofCanteen: canteenProcedure("orders.read").query(
    async ({ ctx }) => (await count.execute(ctx.action.reader)).rows,
  ),
  ofTerritory: territoryProcedure("figures.read").query(
    async ({ ctx }) => (await count.execute(ctx.action.reader)).rows,
  ),
  ofOneself: signedInProcedure.query(async ({ ctx }) => (await count.execute(ctx.action.reader)).rows),
  ofAnyone: publicProcedure.query(async ({ ctx }) => (await count.execute(ctx.action.db)).rows),
});

describeOnEngines("a procedure that forgets whose canteen it answers about", (on) => {
  const createCaller = createCallerFactory(forgetful);
  let world: RightsWorld;
  let caller: ReturnType<typeof createCaller>;
  beforeAll(async () => {
    world = await seedRightsWorld(on);
    const grants = [
      { role: "administrator", scopeKind: "organisation", scopeId: world.own.organisationId },
    ] as const;
    caller = createCaller(appContext(on, { user: await seedPerson(on.db, { grants }), grants }));
  });
  /** SQLite has no second wall: the same mistake shows there, so that it is known to be one. */
  const hidden = on.engine === "postgres" ? 0 : 1;

  test("reads nothing of another's, were the application's check not there", async () => {
    const { own, foreign } = world;
    const ask = { canteenId: own.canteenId, otherId: foreign.canteenId, orderId: foreign.orderId };
    expect(await caller.lines(ask)).toHaveLength(hidden);
    expect(await caller.lines({ ...ask, otherId: own.canteenId, orderId: own.orderId })).toHaveLength(1);
    expect(await caller.ofCanteen({ canteenId: own.canteenId })).toEqual([{ n: 1 + hidden }]);
  });

  test("changes nothing of another's", async () => {
    const { own, foreign } = world;
    const ask = { canteenId: own.canteenId, otherId: foreign.canteenId, orderId: foreign.orderId };
    expect(await caller.rename(ask)).toBe(hidden);
  });

  test("has no canteen's rows for whom nothing was checked", async () => {
    expect(await caller.ofOneself()).toEqual([{ n: 2 * hidden }]);
    expect(await createCaller(appContext(on)).ofAnyone()).toEqual([{ n: 2 * hidden }]);
  });

  test("an id that another canteen has taken is refused as unknown, seen or not", async () => {
    const { own, colleagueCanteenId } = world;
    const grants = [
      { role: "administrator", scopeKind: "organisation", scopeId: own.organisationId },
    ] as const;
    const whole = createCallerFactory(appRouter)(
      appContext(on, { user: await seedPerson(on.db, { grants }), grants }),
    );
    const id = newId();
    const input = { indicator: "SHORT", basis: "value", year: 2027, shareBp: 700 } as const;
    await whole.targets.saveOfCanteen({ canteenId: colleagueCanteenId, id, input });
    await expect(whole.targets.saveOfCanteen({ canteenId: own.canteenId, id, input })).rejects.toThrow(
      "NOT_FOUND",
    );
  });

  test("of a territory sees them all: there the application alone chooses", async () => {
    expect(await caller.ofTerritory({})).toEqual([{ n: 2 }]);
  });
});

describe("the procedures of a canteen", () => {
  const byPath: Record<string, { _def: { meta?: ProcedureMeta } }> = Object(appRouter._def.procedures);

  test("that are shown other canteens' rows are known one by one", () => {
    const among = Object.keys(byPath).filter((path) => byPath[path]?._def.meta?.among);
    expect(among.sort()).toEqual([
      "comparison.products",
      "comparison.suppliers",
      "groupedOrders.week",
      "paths.find",
      "paths.model",
      "peers.compare",
    ]);
  });
});
