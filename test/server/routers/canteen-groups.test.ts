import { beforeAll, expect, test } from "vitest";
import { canteenGroupsRouter } from "../../../server/routers/canteen-groups.ts";
import { indicatorsRouter } from "../../../server/routers/indicators.ts";
import { savedViewsRouter } from "../../../server/routers/saved-views.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { seedPurchases } from "../../support/purchases.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("a group of canteens", (on) => {
  const createGroups = createCallerFactory(canteenGroupsRouter);
  const createFigures = createCallerFactory(indicatorsRouter);
  const createViews = createCallerFactory(savedViewsRouter);
  let organisationId: Id = "";
  let arras: Id = "";
  let lens: Id = "";
  const rural = newId();

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    arras = (await seedCanteen(on.db, { organisationId, name: "Arras" })).id;
    lens = (await seedCanteen(on.db, { organisationId, name: "Lens", commune: "62498" })).id;
    await seedPurchases(on.db, actionContext(on), { canteenId: arras, orders: 10, seed: 1 });
    await seedPurchases(on.db, actionContext(on), { canteenId: lens, orders: 10, seed: 2 });
  });

  async function contextWith(...grants: Grant[]) {
    return appContext(on, { user: await seedPerson(on.db, { grants }), grants });
  }
  const administrator = () =>
    contextWith({ role: "administrator", scopeKind: "organisation", scopeId: organisationId });
  const official = () => contextWith({ role: "official", scopeKind: "territory", scopeId: "DEP-62" });
  const managerOf = (scopeId: Id) => contextWith({ role: "manager", scopeKind: "canteen", scopeId });

  test("is named by the administrator, once a name, and noted in the record of changes", async () => {
    const caller = createGroups(await administrator());
    const input = { name: "Collèges ruraux", canteenIds: [arras] };
    expect(await caller.save({ id: rural, input })).toMatchObject({ saved: true });
    expect(await caller.save({ id: newId(), input: { ...input, name: "COLLEGES ruraux" } })).toEqual({
      saved: false,
      issues: [{ field: "name", code: "name-taken", otherId: rural }],
    });
    expect(await caller.listOfOrganisation()).toEqual([{ id: rural, organisationId, ...input }]);
    await expect(caller.save({ id: newId(), input: { name: "Vide", canteenIds: [] } })).rejects.toThrow(
      "canteens",
    );
    const kept = await on.db.selectFrom("audit").select("noun").where("noun_id", "=", rural).execute();
    expect(kept).toEqual([{ noun: "canteen-groups" }]);
  });

  test("narrows the figures of a territory to its canteens", async () => {
    const caller = createFigures(await official());
    const whole = await caller.territory({ territoryCode: "DEP-62", period: { year: 2026 } });
    const group = await caller.territory({
      territoryCode: "DEP-62",
      groupId: rural,
      period: { year: 2026 },
    });
    expect(whole.canteens).toHaveLength(2);
    expect(group.canteens.map(({ key }) => key)).toEqual([arras]);
    expect(group.totals).toEqual(whole.canteens.find(({ key }) => key === arras)?.totals);
  });

  test("shows each reader their own canteens of it, and is nothing to who has none", async () => {
    const groups = createGroups(await official());
    expect((await groups.list({})).map(({ id, canteenIds }) => [id, canteenIds])).toEqual([[rural, [arras]]]);
    const stranger = await managerOf(lens);
    expect(await createGroups(stranger).list({})).toEqual([]);
    await expect(createFigures(stranger).territory({ groupId: rural })).rejects.toThrow("NOT_FOUND");
    await expect(createFigures(await official()).territory({ groupId: newId() })).rejects.toThrow(
      "NOT_FOUND",
    );
  });

  test("goes when the administrator removes it, and comes back under its id", async () => {
    const caller = createGroups(await administrator());
    await caller.remove({ id: rural });
    expect(await caller.listOfOrganisation()).toEqual([]);
    await expect(caller.remove({ id: rural })).rejects.toThrow("NOT_FOUND");
    await caller.save({ id: rural, input: { name: "Collèges", canteenIds: [lens, arras] } });
    expect(await caller.listOfOrganisation()).toMatchObject([
      { name: "Collèges", canteenIds: [arras, lens].sort() },
    ]);
  });

  test("a view is kept, renamed and removed by the person it belongs to alone", async () => {
    const [mine, theirs] = [createViews(await official()), createViews(await official())];
    const view = { id: newId(), page: "/territoire" as const, name: "Bio 2025", search: { year: 2025 } };
    await mine.save(view);
    await theirs.save({ ...view, name: "À moi" });
    await mine.save({ ...view, name: "Bio, 2025" });
    expect(await mine.list()).toEqual([{ ...view, name: "Bio, 2025" }]);
    expect(await theirs.list()).toEqual([{ ...view, name: "À moi" }]);
    await mine.remove({ id: view.id });
    expect(await mine.list()).toEqual([]);
    expect(await theirs.list()).toHaveLength(1);
  });
});
