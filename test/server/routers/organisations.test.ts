import { beforeAll, expect, test } from "vitest";
import { insertOrganisation } from "../../../db/queries/organisations.ts";
import { upsertPat } from "../../../db/queries/pats.ts";
import { insertTerritories } from "../../../db/queries/territories.ts";
import { appRouter } from "../../../server/router.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { NOW, seedCanteen, seedOrganisation } from "../../support/seed.ts";

const CU_ARRAS = "EPCI-200033579";

describeOnEngines("organisations router", (on) => {
  const createCaller = createCallerFactory(appRouter);
  let organisationId: Id = "";
  let neighbourId: Id = "";

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    await insertTerritories(on.db, [
      { code: "DEP-62", kind: "DEPARTEMENT", name: "Pas-de-Calais" },
      { code: "DEP-80", kind: "DEPARTEMENT", name: "Somme" },
      { code: "REG-32", kind: "REGION", name: "Hauts-de-France" },
      { code: CU_ARRAS, kind: "EPCI", name: "CU d'Arras" },
      { code: "EPCI-248000531", kind: "EPCI", name: "CA Amiens Métropole" },
    ]);
    neighbourId = newId();
    await insertOrganisation(on.db, {
      id: neighbourId,
      name: "Somme",
      territory_code: "DEP-80",
      demo: 0,
      shares_order_names: 0,
      created_at: NOW,
    });
    await seedCanteen(on.db, { organisationId: neighbourId, commune: "80021", departement: "80" });
    await seedCanteen(on.db, { organisationId });
  });

  async function administrator(id: Id = organisationId) {
    const grants: Grant[] = [{ role: "administrator", scopeKind: "organisation", scopeId: id }];
    return createCaller(appContext(on, { user: await seedPerson(on.db, { grants }), grants }));
  }
  const save = async (
    territoryCode: string | null,
    { name = "Département d'essai", sharesOrderNames = false } = {},
  ) => await (await administrator()).organisations.save({ input: { name, territoryCode, sharesOrderNames } });
  const refusal = (code: string) => ({
    saved: false,
    issues: [{ field: "territoryCode", code, otherId: null }],
  });

  test("the administrator reads and changes name and territory, and the change is recorded", async () => {
    const caller = await administrator();
    expect(await caller.organisations.get()).toEqual({
      id: organisationId,
      name: "Département d'essai",
      territory: { code: "DEP-62", kind: "DEPARTEMENT", name: "Pas-de-Calais" },
      sharesOrderNames: false,
    });
    expect(await save(CU_ARRAS, { name: "Arras" })).toEqual({ saved: true, id: organisationId, moved: null });
    expect(await caller.organisations.get()).toMatchObject({ name: "Arras", territory: { code: CU_ARRAS } });
    await save(CU_ARRAS, { name: "Arras" });
    const { rows, names } = await caller.audit.listOfOrganisation({ noun: "organisations" });
    expect(rows).toMatchObject([
      {
        action: "updated",
        before: { name: "Département d'essai", territoryCode: "DEP-62" },
        after: { name: "Arras", territoryCode: CU_ARRAS },
      },
    ]);
    expect(names).toMatchObject({ "DEP-62": "Pas-de-Calais", [CU_ARRAS]: "CU d'Arras" });
    expect(await save("DEP-62")).toMatchObject({ saved: true });
  });

  test("whether its canteens are named to one another is kept and recorded, on and off", async () => {
    const caller = await administrator();
    await save("DEP-62", { sharesOrderNames: true });
    expect(await caller.organisations.get()).toMatchObject({ sharesOrderNames: true });
    const { rows } = await caller.audit.listOfOrganisation({ noun: "organisations" });
    expect(rows[0]).toMatchObject({ before: { sharesOrderNames: false }, after: { sharesOrderNames: true } });
    await save("DEP-62");
    expect(await caller.organisations.get()).toMatchObject({ sharesOrderNames: false });
  });

  test("without a territory nothing may be granted; with one, what is whole inside it", async () => {
    const caller = await administrator();
    await upsertPat(on.db, { code: "PAT-in", organisationId, name: "Dedans", communes: ["62041", "62498"] });
    await upsertPat(on.db, {
      code: "PAT-out",
      organisationId,
      name: "À cheval",
      communes: ["62041", "80021"],
    });
    await save(null);
    expect(await caller.organisations.territories()).toEqual([]);
    await save("DEP-62");
    expect((await caller.organisations.territories()).map(({ code }) => code)).toEqual([
      CU_ARRAS,
      "PAT-in",
      "DEP-62",
    ]);
  });

  test("a territory that does not exist, or a PAT, is refused by name", async () => {
    expect(await save("DEP-01")).toEqual(refusal("choice"));
    await expect(save("PAT-in")).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("it never grows over the canteens of another organisation", async () => {
    expect(await save("REG-32")).toEqual(refusal("territory-foreign"));
    expect(await save("DEP-80")).toEqual(refusal("territory-foreign"));
    const neighbour = await administrator(neighbourId);
    const input = { name: "Somme", territoryCode: "EPCI-248000531", sharesOrderNames: false };
    expect(await neighbour.organisations.save({ input })).toMatchObject({ saved: true });
  });

  test("it never leaves out a territory on which somebody has a role", async () => {
    const caller = await administrator();
    const official: Grant = { role: "official", scopeKind: "territory", scopeId: "DEP-62" };
    const { id: userId } = await seedPerson(on.db, { grants: [official] });
    expect(await save(CU_ARRAS)).toEqual(refusal("territory-granted"));
    expect(await save(null)).toEqual(refusal("territory-granted"));
    expect(await caller.organisations.get()).toMatchObject({ territory: { code: "DEP-62" } });
    await on.db.deleteFrom("grants").where("user_id", "=", userId).execute();
    expect(await save(CU_ARRAS)).toMatchObject({ saved: true });
    await save("DEP-62");
  });

  test("someone with roles on territories finds their names, others none", async () => {
    const grants: Grant[] = ["PAT-in", CU_ARRAS].map((scopeId) => ({
      role: "official",
      scopeKind: "territory",
      scopeId,
    }));
    const official = createCaller(appContext(on, { user: await seedPerson(on.db, { grants }), grants }));
    expect((await official.territories.own()).map(({ name }) => name)).toEqual(["CU d'Arras", "Dedans"]);
    expect(await (await administrator()).territories.own()).toEqual([]);
  });
});
