import { afterAll, beforeAll, expect, test } from "vitest";
import { insertTerritories } from "../../../db/queries/territories.ts";
import { describeOnEngines } from "../../support/engines.ts";
import type { TestWeb } from "../../support/web.ts";
import { appCodeOf, resultOf, startWeb, Visitor } from "../../support/web.ts";

const INPUT = {
  organisationName: "Ville d'essai",
  name: "Ana",
  email: "ana@example.fr",
  password: "carottes-et-navets",
  locale: "en",
  territoryCode: "DEP-62",
};
const DEMO_ACCOUNT = { email: "demo@example.fr", password: "la-bonne-part", role: "manager" } as const;

describeOnEngines("the first administrator", (on) => {
  let web: TestWeb;
  beforeAll(async () => {
    await insertTerritories(on.db, [
      { code: "DEP-62", kind: "DEPARTEMENT", name: "Pas-de-Calais" },
      { code: "PAT-artois", kind: "PAT", name: "PAT de l'Artois" },
    ]);
    web = await startWeb(on.opened, { demoAccounts: [DEMO_ACCOUNT] });
  });
  afterAll(() => web.stop());

  const stateOf = async (visitor: Visitor) => resultOf(await visitor.query("session.current"));

  test("is asked for while nobody has an account", async () => {
    expect(await stateOf(new Visitor(web))).toEqual({
      user: null,
      needsFirstAdministrator: true,
      sharedAccount: false,
      demo: false,
      organisationName: null,
      grants: [],
      canteens: [],
    });
  });

  test("has no password that is tried first", async () => {
    const password = "ville-d-essai-2026";
    const answer = await new Visitor(web).mutate("session.createFirstAdministrator", { ...INPUT, password });
    expect(answer.json).toMatchObject({
      error: { data: { details: { field: "password", reason: "common-password" } } },
    });
  });

  test("finds the territory to act for without an account", async () => {
    const found = await new Visitor(web).query("session.searchTerritories", { text: "pas de" });
    expect(resultOf(found)).toEqual([{ code: "DEP-62", kind: "DEPARTEMENT", name: "Pas-de-Calais" }]);
  });

  test.each([
    "DEP-01",
    "PAT-artois",
  ])("is refused, and nothing is kept, for the territory %s", async (territoryCode) => {
    const visitor = new Visitor(web);
    const answer = await visitor.mutate("session.createFirstAdministrator", { ...INPUT, territoryCode });
    expect(appCodeOf(answer)).toBe("INVALID");
    expect(await on.db.selectFrom("organisations").select("name").execute()).toEqual([]);
  });

  test("is created once, even by eight visitors at the same time, and is signed in", async () => {
    const visitors = Array.from({ length: 8 }, () => new Visitor(web));
    const answers = await Promise.all(
      visitors.map((visitor, n) =>
        visitor.mutate("session.createFirstAdministrator", { ...INPUT, email: `n${n}@example.fr` }),
      ),
    );
    expect(answers.map(appCodeOf).sort()).toEqual([...Array.from({ length: 7 }, () => "CONFLICT"), null]);
    const winner = visitors.find((visitor) => visitor.cookie !== null) ?? new Visitor(web);
    expect(await stateOf(winner)).toMatchObject({
      user: { name: "Ana", locale: "en" },
      needsFirstAdministrator: false,
      sharedAccount: false,
      organisationName: "Ville d'essai",
      grants: [{ role: "administrator", scopeKind: "organisation" }],
    });
    expect(await on.db.selectFrom("organisations").select(["name", "territory_code"]).execute()).toEqual([
      { name: "Ville d'essai", territory_code: "DEP-62" },
    ]);
  });

  test("is no longer asked for afterwards, and a visitor is told whose site it is", async () => {
    expect(await stateOf(new Visitor(web))).toMatchObject({
      user: null,
      needsFirstAdministrator: false,
      sharedAccount: false,
      organisationName: "Ville d'essai",
    });
    const search = await new Visitor(web).query("session.searchTerritories", { text: "pas de" });
    expect(appCodeOf(search)).toBe("CONFLICT");
  });

  test("demonstration accounts are told on a demonstration only, before signing in", async () => {
    expect(await stateOf(new Visitor(web))).not.toHaveProperty("demoAccounts");
    await on.db.updateTable("organisations").set({ demo: 1 }).execute();
    expect(await stateOf(new Visitor(web))).toMatchObject({ demo: true, demoAccounts: [DEMO_ACCOUNT] });
  });
});
