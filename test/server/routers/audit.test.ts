import { beforeAll, expect, test } from "vitest";
import { appendAudits } from "../../../db/queries/audit.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { auditRouter } from "../../../server/routers/audit.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import { newId } from "../../../shared/ids.ts";
import type { Grant } from "../../../shared/permissions.ts";
import type { SessionUser } from "../../../shared/session.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import type { RightsWorld } from "../../support/rights-world.ts";
import { seedRightsWorld } from "../../support/rights-world.ts";
import { NOW } from "../../support/seed.ts";

describeOnEngines("audit router", (on) => {
  const createCaller = createCallerFactory(auditRouter);
  let world: RightsWorld;
  let manager: SessionUser;
  let stranger: SessionUser;

  beforeAll(async () => {
    world = await seedRightsWorld(on);
    manager = await seedPerson(on.db, {
      name: "Ana Manager",
      grants: [{ role: "manager", scopeKind: "canteen", scopeId: world.own.canteenId }],
    });
    stranger = await seedPerson(on.db, { name: "Bob Étranger" });
  });

  function callerWith(...grants: Grant[]) {
    return createCaller(appContext(on, { user: manager, grants }));
  }
  const ofCanteen = () => callerWith({ role: "manager", scopeKind: "canteen", scopeId: world.own.canteenId });
  const ofOrganisation = () =>
    callerWith({ role: "administrator", scopeKind: "organisation", scopeId: world.own.organisationId });

  async function write(
    stream: string,
    {
      at = NOW,
      userId,
      noun = "suppliers",
      after = {},
    }: { at?: string; userId: string | null; noun?: string; after?: unknown },
  ): Promise<string> {
    const nounId = newId();
    await inTransaction(on.db, (trx) =>
      appendAudits(trx, { engine: on.engine, now: at, userId }, [
        { stream, noun, nounId, action: "created", before: null, after },
      ]),
    );
    return nounId;
  }

  test("narrows to a person and to days of France, both ends included", async () => {
    const canteenId = world.own.canteenId;
    const late = await write(canteenId, { at: "2026-06-01T22:30:00.000Z", userId: manager.id });
    const early = await write(canteenId, { at: "2026-06-01T21:30:00.000Z", userId: stranger.id });
    const list = async (filter: { from?: string; to?: string; userId?: string }) =>
      (await ofCanteen().listOfCanteen({ canteenId, noun: "suppliers", ...filter })).rows.map(
        (row) => row.nounId,
      );
    expect(await list({ from: "2026-06-01", to: "2026-06-01" })).toEqual([early]);
    expect(await list({ from: "2026-06-02", to: "2026-06-02" })).toEqual([late]);
    expect(await list({ to: "2026-06-02" })).toEqual([late, early]);
    expect(await list({ userId: stranger.id })).toEqual([early]);
    expect(await list({ from: "2000-01-01", to: "2999-12-31" })).toEqual([late, early]);
    await expect(list({ from: "0001-01-01" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(list({ to: "9999-12-31" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("says who made any change, and the names of what the changes hold", async () => {
    const { canteenId } = world.own;
    const after = { supplierId: world.supplierId, productId: world.productId, originCommunes: ["62041"] };
    await write(canteenId, { userId: manager.id, noun: "orders", after: { lines: [after] } });
    const { people, names } = await ofCanteen().listOfCanteen({ canteenId });
    expect(people.map(({ name }) => name)).toEqual(["Ana Manager", "Bob Étranger"]);
    expect([names[world.supplierId], names[world.productId], names["62041"]]).toEqual([
      "Ferme d'essai",
      "Carotte",
      "Arras",
    ]);
  });

  test("neither names nor filters by someone of another organisation in what all share", async () => {
    const own = await write("organisation", { userId: manager.id });
    const foreign = await write("organisation", { userId: stranger.id });
    const { rows, people } = await ofOrganisation().listOfOrganisation({});
    const named = new Map(rows.map((row) => [row.nounId, row.userName]));
    expect([named.get(own), named.get(foreign)]).toEqual(["Ana Manager", null]);
    expect(people.map(({ name }) => name)).not.toContain("Bob Étranger");
    expect((await ofOrganisation().listOfOrganisation({ userId: stranger.id })).total).toBe(0);
  });

  test("keeps the names of canteens and people that the reader may not see", async () => {
    const { foreign, own, colleagueCanteenId } = world;
    const after = { canteenId: foreign.canteenId, centralKitchenId: colleagueCanteenId, userId: stranger.id };
    await write(own.canteenId, { userId: null, after });
    await write(own.organisationId, { userId: null, after });
    const { names } = await ofCanteen().listOfCanteen({ canteenId: own.canteenId });
    expect([names[foreign.canteenId], names[colleagueCanteenId], names[stranger.id]]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const whole = (await ofOrganisation().listOfOrganisation({})).names;
    expect([whole[foreign.canteenId], whole[colleagueCanteenId], whole[stranger.id]]).toEqual([
      undefined,
      "Collège d'essai",
      undefined,
    ]);
  });
});
