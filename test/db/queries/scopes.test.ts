import { beforeAll, expect, test } from "vitest";
import type { Scope } from "../../../db/queries/reaches.ts";
import {
  isCanteenInScopes,
  isLegumerieInScopes,
  isTerritoryGranted,
  isTerritoryWithin,
  listCanteenIdsInScopes,
  listCanteenIdsInTerritory,
  listCanteensInScopes,
} from "../../../db/queries/scopes.ts";
import type { ScopeKind } from "../../../shared/permissions.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";

const PAT = "PAT-littoral";
const BOULOGNE = { commune: "62160", epci: "246200729" };
const AMIENS = { commune: "80021", epci: "248000531", departement: "80" };

describeOnEngines("scopes", (on) => {
  let organisationId: string;
  /** Ids by the town of the canteen. */
  const towns: Record<string, string> = {};

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    await on.db.insertInto("pat_communes").values({ pat_code: PAT, commune: "62160" }).execute();
    towns.arras = (await seedCanteen(on.db, { organisationId, name: "Arras" })).id;
    towns.boulogne = (await seedCanteen(on.db, { organisationId, name: "Boulogne", ...BOULOGNE })).id;
    towns.amiens = (await seedCanteen(on.db, { organisationId, name: "Amiens", ...AMIENS })).id;
  });

  const scope = (scopeKind: ScopeKind, scopeId: string): Scope => ({ scopeKind, scopeId });
  const idsOf = (names: readonly string[]) => names.map((name) => towns[name]).sort();
  const territory = (code: string) => [scope("territory", code)];

  test.each([
    ["EPCI-246200729", ["boulogne"]],
    ["DEP-62", ["arras", "boulogne"]],
    ["DEP-80", ["amiens"]],
    ["REG-32", ["arras", "boulogne", "amiens"]],
    [PAT, ["boulogne"]],
    ["PAT-unknown", []],
    ["DEP-01", []],
    ["62", []],
    ["", []],
  ])("a grant on %s reaches the canteens of its communes: %j", async (code, names) => {
    expect(await listCanteenIdsInScopes(on.reader, territory(code))).toEqual(idsOf(names));
  });

  test("several scopes reach what any of them reaches, each canteen once", async () => {
    const scopes = [...territory(PAT), ...territory("DEP-62"), scope("canteen", towns.amiens ?? "")];
    expect(await listCanteenIdsInScopes(on.reader, scopes)).toEqual(idsOf(["amiens", "arras", "boulogne"]));
    expect((await listCanteensInScopes(on.reader, scopes)).map(({ id }) => id).sort()).toEqual(
      idsOf(["amiens", "arras", "boulogne"]),
    );
  });

  test("no scope, and a légumerie's scope, reach no canteen", async () => {
    for (const scopes of [[], [scope("legumerie", organisationId)]]) {
      expect(await listCanteenIdsInScopes(on.reader, scopes)).toEqual([]);
      expect(await isCanteenInScopes(on.reader, { canteenId: towns.arras ?? "", scopes })).toBe(false);
      expect(await listCanteenIdsInTerritory(on.reader, { territoryCode: "DEP-62", scopes })).toEqual([]);
    }
  });

  test("a territory shows only those of its canteens that a scope reaches", async () => {
    const scopes = territory("DEP-62");
    const within = (territoryCode: string) => listCanteenIdsInTerritory(on.reader, { territoryCode, scopes });
    expect(await within("REG-32")).toEqual(idsOf(["arras", "boulogne"]));
    expect(await within(PAT)).toEqual(idsOf(["boulogne"]));
    expect(await within("DEP-80")).toEqual([]);
  });

  test("a territory is granted by itself or by the organisation that acts for it, not by a wider one", async () => {
    const granted = (scopes: readonly Scope[]) =>
      isTerritoryGranted(on.reader, { territoryCode: "DEP-62", scopes });
    expect(await granted(territory("DEP-62"))).toBe(true);
    expect(await granted([scope("organisation", organisationId)])).toBe(true);
    expect(await granted(territory("REG-32"))).toBe(false);
    expect(await granted([])).toBe(false);
  });

  test.each([
    ["DEP-62", "DEP-62", true],
    ["EPCI-246200729", "DEP-62", true],
    [PAT, "DEP-62", true],
    [PAT, "EPCI-246200729", true],
    ["DEP-62", "REG-32", true],
    ["REG-32", "DEP-62", false],
    ["DEP-80", "DEP-62", false],
    ["DEP-62", PAT, false],
    ["PAT-unknown", "DEP-62", false],
    ["nonsense", "DEP-62", false],
  ])("%s within %s: %s", async (inner, outer, within) => {
    expect(await isTerritoryWithin(on.reader, { inner, outer })).toBe(within);
  });

  test("a légumerie is reached where it works, else where its head office is", async () => {
    const kind = "LEGUMERIE" as const;
    const works = await seedSupplier(on.db, { kind, commune: "80021", productionCommune: "62160" });
    const office = await seedSupplier(on.db, { kind, commune: "80021", productionCommune: null });
    const nowhere = await seedSupplier(on.db, { kind, commune: null, productionCommune: null });
    const farm = await seedSupplier(on.db, { kind: "PRODUCER", productionCommune: "62160" });
    const reached = async (scopes: readonly Scope[]) => {
      const answers: boolean[] = [];
      for (const { id } of [works, office, nowhere, farm])
        answers.push(await isLegumerieInScopes(on.reader, { legumerieId: id, scopes }));
      return answers;
    };
    expect(await reached(territory(PAT))).toEqual([true, false, false, false]);
    expect(await reached(territory("DEP-80"))).toEqual([false, true, false, false]);
    expect(await reached([scope("organisation", organisationId)])).toEqual([true, true, false, false]);
    expect(await reached([scope("legumerie", nowhere.id), scope("legumerie", farm.id)])).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(await reached([scope("canteen", towns.boulogne ?? "")])).toEqual([false, false, false, false]);
  });
});
