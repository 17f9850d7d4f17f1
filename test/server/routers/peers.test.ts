import { beforeAll, expect, test } from "vitest";
import { insertTerritories } from "../../../db/queries/territories.ts";
import { loadCampaigns } from "../../../server/actions/campaigns.ts";
import { campaignsRouter } from "../../../server/routers/campaigns.ts";
import { peersRouter } from "../../../server/routers/peers.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { seedPurchases } from "../../support/purchases.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("a canteen among its like", (on) => {
  const createPeers = createCallerFactory(peersRouter);
  const createCampaigns = createCallerFactory(campaignsRouter);
  const collèges: Id[] = [];
  let lycée: Id = "";

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    for (let index = 0; index < 6; index++) {
      const { id } = await seedCanteen(on.db, { organisationId, mealsPerYear: 30_000 });
      collèges.push(id);
      await seedPurchases(on.db, actionContext(on), { canteenId: id, orders: 30, seed: 20 + index });
    }
    lycée = (await seedCanteen(on.db, { organisationId, sector: "LYCEE", mealsPerYear: 90_000 })).id;
    await seedPurchases(on.db, actionContext(on), { canteenId: lycée, orders: 30, seed: 40 });
    await insertTerritories(on.db, [
      { code: "DEP-62", kind: "DEPARTEMENT", name: "Pas-de-Calais" },
      { code: "DEP-59", kind: "DEPARTEMENT", name: "Nord" },
    ]);
    const rows = [
      ...[10, 20, 30, 40, 50].map((rate) => `2024;Pas-de-Calais;Collège;${rate}`),
      ...[5, 15, 25, 35, 45, 55].map((rate) => `2024;59;Lycée;${rate}`),
      ...[90, 90, 90, 90].map((rate) => `2024;75;Lycée;${rate}`),
    ];
    await loadCampaigns(actionContext(on), {
      name: "campagne.csv",
      content: Buffer.from(`annee;departement;secteur;ratio bio\n${rows.join("\n")}`),
    });
  });

  async function manager(...canteenIds: Id[]) {
    const grants = canteenIds.map((scopeId): Grant => ({ role: "manager", scopeKind: "canteen", scopeId }));
    return appContext(on, { user: await seedPerson(on.db, { grants }), grants });
  }
  async function official() {
    const grants: Grant[] = [{ role: "official", scopeKind: "territory", scopeId: "DEP-62" }];
    return appContext(on, { user: await seedPerson(on.db, { grants }), grants });
  }

  /** Rate of a canteen from its lines themselves, basis points. */
  async function organicBp(canteenId: Id): Promise<number> {
    const lines = await on.reader
      .selectFrom("order_lines")
      .selectAll()
      .where("canteen_id", "=", canteenId)
      .where("counted", "=", 1)
      .execute();
    const ofYear = lines.filter(({ month }) => month.startsWith("2026"));
    const sum = (some: typeof lines) => some.reduce((total, line) => total + line.amount_ht_cents, 0);
    return Math.round((sum(ofYear.filter((line) => line.strict_category === "BIO")) * 10_000) / sum(ofYear));
  }

  test("its rate stands among those of the same kind and size, and nothing names another", async () => {
    const [own = ""] = collèges;
    const answer = await createPeers(await manager(own)).compare({ canteenId: own, year: 2026 });
    const rates = await Promise.all(collèges.map(organicBp));
    expect(answer).toMatchObject({ sector: "COLLEGE", sizes: ["UNDER_50000"] });
    expect(answer.rates.ORGANIC.ownBp).toBe(rates[0]);
    expect(answer.rates.ORGANIC.group?.n).toBe(6);
    expect(answer.rates.ORGANIC.rank).toBe(1 + rates.filter((rate) => rate > (rates[0] ?? 0)).length);
    for (const other of [...collèges.slice(1), lycée]) expect(JSON.stringify(answer)).not.toContain(other);
  });

  test("a kind that is too few has no group", async () => {
    const answer = await createPeers(await manager(lycée)).compare({ canteenId: lycée, year: 2026 });
    expect(answer.rates.ORGANIC).toMatchObject({ rank: null, group: null });
    expect(answer.rates.ORGANIC.ownBp).toBe(await organicBp(lycée));
  });

  test("who reads all but a few of a group is not shown it: the few would be recognised", async () => {
    const [own = "", second = ""] = collèges;
    const answer = await createPeers(await manager(own, second)).compare({ canteenId: own, year: 2026 });
    expect(answer.rates.ORGANIC.group).toBeNull();
    const all = await createPeers(await official()).compare({ canteenId: own, year: 2026 });
    expect(all.rates.ORGANIC.group?.n).toBe(6);
  });

  test("the département stands among those that declared enough, by its median", async () => {
    const caller = createCampaigns(await official());
    const answer = await caller.compare({});
    expect(answer).toMatchObject({ years: [2024], year: 2024, own: "62" });
    expect(answer.departements).toEqual([
      { code: "59", name: "Nord", n: 6, lowerQuartileBp: 1750, medianBp: 3000, upperQuartileBp: 4250 },
      {
        code: "62",
        name: "Pas-de-Calais",
        n: 5,
        lowerQuartileBp: 2000,
        medianBp: 3000,
        upperQuartileBp: 4000,
      },
    ]);
    expect(answer.france?.n).toBe(15);
    expect(answer.sectors).toEqual([
      { name: "Lycée", rows: 10 },
      { name: "Collège", rows: 5 },
    ]);
    expect((await caller.compare({ sector: "Collège" })).departements.map(({ code }) => code)).toEqual([
      "62",
    ]);
    expect((await caller.compare({ rate: "EGALIM" })).departements).toEqual([]);
  });

  test("a year loaded again replaces the former one", async () => {
    const content = Buffer.from("annee;departement;ratio bio\n2024;62;12\n");
    await loadCampaigns(actionContext(on), { name: "correction.csv", content });
    const rows = await on.reader.selectFrom("campaign_rows").selectAll().execute();
    expect(rows.map(({ organic_bp }) => organic_bp)).toEqual([1200]);
  });
});
