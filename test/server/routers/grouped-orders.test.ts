import { beforeAll, describe, expect, test } from "vitest";
import { upsertOrderingTerms } from "../../../db/queries/ordering-terms.ts";
import { insertOrganisation, updateOrganisation } from "../../../db/queries/organisations.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { groupedOrdersRouter } from "../../../server/routers/grouped-orders.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import { nearestRound, roundNames, seenTotal } from "../../../shared/grouped-orders.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { NO_ORDERING_TERMS } from "../../../shared/ordering-terms.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

describe("nearestRound", () => {
  const at = (id: string, lngE6: number) => ({ id, point: { latE6: 50_000_000, lngE6 } });

  test("goes from nearest to nearest, and adds its legs up", () => {
    const { point: start } = at("start", 2_000_000);
    const round = nearestRound(start, [at("far", 3_000_000), at("near", 2_100_000), at("mid", 2_500_000)]);
    expect(round.canteenIds).toEqual(["near", "mid", "far"]);
    expect(Math.round(round.metres / 1000)).toBe(71);
    expect(nearestRound(start, [])).toEqual({ canteenIds: [], metres: 0 });
  });
});

describeOnEngines("grouped orders", (on) => {
  const createCaller = createCallerFactory(groupedOrdersRouter);
  let organisationId: Id;
  let arras: Id;
  let lens: Id;
  let boulogne: Id;
  let supplierId: Id;

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    arras = (await seedCanteen(on.db, { organisationId, name: "Arras" })).id;
    lens = (await seedCanteen(on.db, { organisationId, name: "Lens", commune: "62498" })).id;
    boulogne = (await seedCanteen(on.db, { organisationId, name: "Boulogne", commune: "62160" })).id;
    supplierId = (await seedSupplier(on.db)).id;
    const terms = { ...NO_ORDERING_TERMS, minimumHtCents: 5_000 };
    await upsertOrderingTerms(on.db, { organisationId, supplierId }, terms);
    await order(arras, { status: "DRAFT" });
    await order(lens, { status: "ORDERED", orderedOn: "2026-11-10", expectedOn: "2026-11-20" });
    await order(boulogne, { status: "ORDERED" });
    await order(arras, { status: "ORDERED", orderedOn: "2026-11-10" });
    await order(lens, { status: "RECEIVED", deliveredOn: "2026-11-18" });
  });

  async function order(at: Id, given: Parameters<typeof anOrder>[0] | object): Promise<void> {
    const lines = [anOrderLine()];
    const whole = anOrder({ supplierId, orderedOn: "2026-11-17", deliveredOn: null, lines, ...given });
    expect(await saveOrder(actionContext(on), at, whole)).toMatchObject({ saved: true });
  }
  async function callerOf(...canteenIds: Id[]): Promise<ReturnType<typeof createCaller>> {
    const grants = canteenIds.map((scopeId) => ({ role: "kitchen", scopeKind: "canteen", scopeId }) as const);
    return createCaller(appContext(on, { user: await seedPerson(on.db, { grants: [...grants] }), grants }));
  }

  test("of a neighbour that may not be read only its presence is told, and its euros enter no total", async () => {
    const { from, to, suppliers } = await (await callerOf(arras)).week({ canteenId: arras });
    expect([from, to]).toEqual(["2026-11-16", "2026-11-22"]);
    expect(suppliers).toMatchObject([{ supplierId, others: 1, minimumHtCents: 5_000, round: null }]);
    expect(
      suppliers[0]?.orders.map(({ canteenName, amountHtCents }) => [canteenName, amountHtCents]),
    ).toEqual([["Arras", 2_000]]);
    expect(JSON.stringify(suppliers)).not.toContain("Lens");
  });

  test("where the organisation shares names, a neighbour is named, without its euros, and is in the round", async () => {
    const shared = { id: organisationId, name: "Essai", territoryCode: "DEP-62", sharesOrderNames: true };
    await updateOrganisation(on.db, shared);
    const caller = await callerOf(arras);
    const { sharesNames, suppliers } = await caller.week({ canteenId: arras });
    await updateOrganisation(on.db, { ...shared, sharesOrderNames: false });
    expect(sharesNames).toBe(true);
    expect(suppliers).toMatchObject([{ others: 1, round: { canteenIds: [lens, arras] } }]);
    expect(suppliers[0]?.orders.map(({ canteenName }) => canteenName)).toEqual(["Arras"]);
    expect(suppliers[0]?.named).toEqual([
      { canteenId: lens, canteenName: "Lens", distanceM: expect.any(Number) },
    ]);
    expect(suppliers[0] && roundNames(suppliers[0])).toEqual(["Lens", "Arras"]);
    expect(suppliers[0] && seenTotal(suppliers[0])).toBe(2_000);
  });

  test("a canteen of another organisation stays out, whatever either chose", async () => {
    const stranger = newId();
    const head = { name: "Commune d'Arras", territory_code: null, demo: 0, created_at: NOW };
    await insertOrganisation(on.db, { ...head, id: stranger, shares_order_names: 1 });
    const foreign = (await seedCanteen(on.db, { organisationId: stranger, name: "Étrangère" })).id;
    await order(foreign, { status: "DRAFT" });
    const caller = await callerOf(arras);
    expect(JSON.stringify(await caller.week({ canteenId: arras }))).not.toContain("Étrangère");
    const there = await (await callerOf(foreign)).week({ canteenId: foreign });
    expect(there.suppliers).toMatchObject([{ others: 0, named: [] }]);
  });

  test("those that may be read are named, within the radius, and share a round", async () => {
    const caller = await callerOf(arras, lens, boulogne);
    const near = (await caller.week({ canteenId: arras, radiusKm: 20 })).suppliers[0];
    expect(near?.orders.map(({ canteenName }) => canteenName)).toEqual(["Arras", "Lens"]);
    expect(near).toMatchObject({ others: 0, round: { canteenIds: [lens, arras] } });
    const wide = (await caller.week({ canteenId: arras, radiusKm: 100 })).suppliers[0];
    expect(wide?.orders).toHaveLength(3);
  });
});
