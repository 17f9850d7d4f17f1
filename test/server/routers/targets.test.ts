import { beforeAll, expect, test } from "vitest";
import { targetsRouter } from "../../../server/routers/targets.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { seedCanteen, seedOrganisation } from "../../support/seed.ts";

const INPUT = { indicator: "ORGANIC", basis: "value", year: 2026, shareBp: 2500 } as const;

describeOnEngines("targets router", (on) => {
  const createCaller = createCallerFactory(targetsRouter);
  let organisationId: Id = "";
  let canteenId: Id = "";
  let otherCanteenId: Id = "";

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    otherCanteenId = (await seedCanteen(on.db, { organisationId })).id;
  });

  async function callerWith(...grants: Grant[]) {
    return createCaller(appContext(on, { user: await seedPerson(on.db, { grants }), grants }));
  }
  const manager = () => callerWith({ role: "manager", scopeKind: "canteen", scopeId: canteenId });
  const administrator = () =>
    callerWith({ role: "administrator", scopeKind: "organisation", scopeId: organisationId });

  test("a manager sets, changes, removes and brings back the target of an own canteen", async () => {
    const caller = await manager();
    const id = newId();
    const saved = await caller.saveOfCanteen({ canteenId, id, input: INPUT });
    expect(saved).toEqual({ saved: true, id, moved: null });
    await caller.saveOfCanteen({ canteenId, id, input: { ...INPUT, shareBp: 3000 } });
    expect(await caller.list({})).toMatchObject([{ id, canteenId, indicator: "ORGANIC", shareBp: 3000 }]);
    await caller.removeOfCanteen({ canteenId, id });
    expect(await caller.list({})).toEqual([]);
    await caller.saveOfCanteen({ canteenId, id, input: INPUT });
    expect(await caller.list({})).toHaveLength(1);
    const actions = await on.db.selectFrom("audit").select("action").where("noun_id", "=", id).execute();
    expect(actions.map((row) => row.action)).toEqual(["created", "updated", "deleted", "created"]);
    await caller.removeOfCanteen({ canteenId, id });
  });

  test("a second target for the same indicator, basis and year is refused, field by field", async () => {
    const caller = await manager();
    const id = newId();
    await caller.saveOfCanteen({ canteenId, id, input: INPUT });
    const second = await caller.saveOfCanteen({ canteenId, id: newId(), input: INPUT });
    expect(second).toEqual({
      saved: false,
      issues: [{ field: "indicator", code: "target-taken", otherId: id }],
    });
    expect(
      await caller.saveOfCanteen({ canteenId, id: newId(), input: { ...INPUT, year: 2027 } }),
    ).toMatchObject({ saved: true });
  });

  test("the organisation's are its administrator's, and everybody under it reads them", async () => {
    const id = newId();
    const chief = await administrator();
    expect(await chief.saveOfOrganisation({ id, input: INPUT })).toMatchObject({ saved: true });
    const reader = await callerWith({ role: "kitchen", scopeKind: "canteen", scopeId: otherCanteenId });
    expect(await reader.list({})).toMatchObject([{ id, organisationId, canteenId: null }]);
    await expect((await manager()).saveOfOrganisation({ id, input: INPUT })).rejects.toThrow("FORBIDDEN");
    await expect((await manager()).removeOfCanteen({ canteenId, id })).rejects.toThrow("NOT_FOUND");
    await chief.removeOfOrganisation({ id });
    expect(await reader.list({})).toEqual([]);
  });

  test("a colleague's canteen and a stranger's organisation are not found", async () => {
    const caller = await manager();
    await expect(
      caller.saveOfCanteen({ canteenId: otherCanteenId, id: newId(), input: INPUT }),
    ).rejects.toThrow("NOT_FOUND");
    const stranger = await callerWith({ role: "administrator", scopeKind: "organisation", scopeId: newId() });
    await expect(stranger.saveOfOrganisation({ organisationId, id: newId(), input: INPUT })).rejects.toThrow(
      "NOT_FOUND",
    );
    expect(await stranger.list({})).toEqual([]);
  });

  test("who only reads may not write, and nobody is refused", async () => {
    const kitchen = await callerWith({ role: "kitchen", scopeKind: "canteen", scopeId: canteenId });
    await expect(kitchen.saveOfCanteen({ canteenId, id: newId(), input: INPUT })).rejects.toThrow(
      "FORBIDDEN",
    );
    await expect(createCaller(appContext(on)).list({})).rejects.toThrow("UNAUTHENTICATED");
  });

  test("a share over 100 % is refused", async () => {
    const caller = await manager();
    const input = { ...INPUT, shareBp: 10_001 };
    await expect(caller.saveOfCanteen({ canteenId, id: newId(), input })).rejects.toThrow();
  });
});
