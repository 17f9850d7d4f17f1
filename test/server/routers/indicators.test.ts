import { beforeAll, expect, test } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { insertTarget } from "../../../db/queries/targets.ts";
import { indicatorsRouter } from "../../../server/routers/indicators.ts";
import { linesRouter } from "../../../server/routers/lines.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { INDICATORS } from "../../../shared/indicators/indicators.ts";
import { sharesOf } from "../../../shared/indicators/shares.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { targetsOfCanteen } from "../../../shared/ranked-canteens.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { seedPurchases } from "../../support/purchases.ts";
import { actionContext, NOW, seedCanteen, seedOrganisation } from "../../support/seed.ts";

const PERIOD = { year: 2026 };

describeOnEngines("figures and their lines", (on) => {
  const createFigures = createCallerFactory(indicatorsRouter);
  const createLines = createCallerFactory(linesRouter);
  let organisationId: Id = "";
  let first: Id = "";
  let second: Id = "";
  let silent: Id = "";

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    first = (await seedCanteen(on.db, { organisationId, name: "Arras" })).id;
    second = (await seedCanteen(on.db, { organisationId, name: "Lens", commune: "62498" })).id;
    silent = (await seedCanteen(on.db, { organisationId, name: "Sans achat" })).id;
    await seedPurchases(on.db, actionContext(on), { canteenId: first, orders: 40, seed: 3 });
    await seedPurchases(on.db, actionContext(on), { canteenId: second, orders: 40, seed: 4 });
    await insertTarget(on.db, {
      id: newId(),
      organisationId,
      canteenId: null,
      indicator: "SHORT",
      basis: "value",
      year: 2026,
      shareBp: 10_000,
      createdAt: NOW,
    });
  });

  async function contextWith(...grants: Grant[]) {
    return appContext(on, { user: await seedPerson(on.db, { grants }), grants });
  }
  const manager = () => contextWith({ role: "manager", scopeKind: "canteen", scopeId: first });
  const official = () => contextWith({ role: "official", scopeKind: "territory", scopeId: "DEP-62" });
  const cellsOf = (canteenIds: Id[], year = 2026) =>
    listCells(on.reader, { canteenIds, fromMonth: `${year}-01`, toMonth: `${year}-12` });

  test("a canteen's rates are the sums of its cells, beside the law's targets and its own", async () => {
    const answer = await createFigures(await manager()).canteen({ canteenId: first, period: PERIOD });
    expect(answer.shares).toEqual(sharesOf(await cellsOf([first]), "value"));
    expect(answer.canteen).toMatchObject({ id: first, name: "Arras", communeName: "Arras" });
    const { ORGANIC, SHORT, LOCAL } = answer.targets;
    const { strict, declared } = answer.shares.ORGANIC;
    const twentyPercent = Math.ceil(strict.denominator / 5);
    expect(ORGANIC).toEqual([
      {
        source: "law",
        shareBp: 2000,
        law: "rural-L230-5-1",
        gap: {
          strict: Math.max(0, twentyPercent - strict.numerator),
          declared: Math.max(0, twentyPercent - declared.numerator),
        },
      },
    ]);
    expect(SHORT).toMatchObject([{ source: "organisation", shareBp: 10_000, law: null }]);
    expect(LOCAL).toEqual([]);
  });

  test.each([
    "month",
    "family",
    "supplier",
  ] as const)("groups by %s share out the whole", async (grouping) => {
    const answer = await createFigures(await manager()).canteen({ canteenId: first, period: PERIOD });
    const groups = { month: answer.byMonth, family: answer.byFamily, supplier: answer.bySupplier }[grouping];
    expect(groups.length).toBeGreaterThan(1);
    for (const indicator of INDICATORS)
      for (const certainty of ["strict", "declared"] as const)
        for (const term of ["numerator", "denominator"] as const)
          expect(groups.reduce((sum, { shares }) => sum + shares[indicator][certainty][term], 0)).toBe(
            answer.shares[indicator][certainty][term],
          );
    expect(groups.reduce((sum, { totals }) => sum + totals.lines, 0)).toBe(answer.totals.lines);
  });

  test("the four cells of « court ou proximité » share out the whole", async () => {
    const { courtOuProximite, shares } = await createFigures(await manager()).canteen({
      canteenId: first,
      period: PERIOD,
    });
    for (const certainty of ["strict", "declared"] as const) {
      const { both, shortOnly, localOnly, neither, total } = courtOuProximite[certainty];
      expect(both + shortOnly + localOnly + neither).toBe(total);
      expect(both + shortOnly + localOnly).toBe(shares.SHORT_OR_LOCAL[certainty].numerator);
    }
  });

  test("a year under way is compared on the months that are over", async () => {
    const { comparison, years } = await createFigures(await manager()).canteen({
      canteenId: first,
      period: PERIOD,
    });
    expect(comparison?.now).toEqual({ fromMonth: "2026-01", toMonth: "2026-10" });
    expect(comparison?.before).toEqual({ fromMonth: "2025-01", toMonth: "2025-10" });
    const before = (await cellsOf([first], 2025)).filter((cell) => cell.month <= "2025-10");
    expect(comparison?.sharesBefore).toEqual(sharesOf(before, "value"));
    expect(years).toEqual([2026, 2025]);
  });

  test("by weight no legal target stands", async () => {
    const answer = await createFigures(await manager()).canteen({
      canteenId: first,
      period: PERIOD,
      basis: "weight",
    });
    expect(answer.shares).toEqual(sharesOf(await cellsOf([first]), "weight"));
    expect(Object.values(answer.targets).flat()).toEqual([]);
  });

  test("a period without purchases has rates over nothing, never 0 %", async () => {
    const answer = await createFigures(await manager()).canteen({
      canteenId: first,
      period: { fromMonth: "2026-05", toMonth: "2026-06" },
    });
    expect(answer.shares.ORGANIC.strict).toEqual({ numerator: 0, denominator: 0 });
    expect(answer.comparison).toBeNull();
    expect(answer.targets.ORGANIC[0]?.gap).toEqual({ strict: null, declared: null });
    expect(answer.byMonth).toHaveLength(2);
  });

  test("a territory adds its canteens up, ranks them and names those that bought nothing", async () => {
    const answer = await createFigures(await official()).territory({
      territoryCode: "DEP-62",
      period: PERIOD,
    });
    expect(answer.shares).toEqual(sharesOf(await cellsOf([first, second]), "value"));
    expect(answer.canteens.map(({ name }) => name).toSorted()).toEqual(["Arras", "Lens"]);
    const targets = answer.canteens.map((canteen) => targetsOfCanteen(answer, canteen, "ORGANIC"));
    expect(targets.map((own) => own.map(({ source, shareBp }) => [source, shareBp]))).toEqual([
      [["law", 2000]],
      [["law", 2000]],
    ]);
    expect(answer.silentCanteens.map(({ id }) => id)).toEqual([silent]);
    expect(JSON.stringify(answer)).not.toContain("Camille");
  });

  test("who reads one canteen gets it alone as a territory, and no other by its id", async () => {
    const caller = createFigures(await manager());
    expect((await caller.territory({})).canteens.map(({ key }) => key)).toEqual([first]);
    await expect(caller.canteen({ canteenId: second })).rejects.toThrow("NOT_FOUND");
    await expect(caller.canteen({ canteenId: newId() })).rejects.toThrow("NOT_FOUND");
    await expect(caller.territory({ territoryCode: "DEP-80" })).rejects.toThrow("NOT_FOUND");
    await expect(createFigures(appContext(on)).territory({})).rejects.toThrow("UNAUTHENTICATED");
  });

  test("a légumerie reads no figure and no line", async () => {
    const context = await contextWith({ role: "legumerie", scopeKind: "legumerie", scopeId: newId() });
    await expect(createFigures(context).territory({})).rejects.toThrow("FORBIDDEN");
    await expect(createLines(context).territory({})).rejects.toThrow("FORBIDDEN");
  });

  test("lines open behind a figure with their verdict, and nobody opens a foreign canteen's", async () => {
    const answer = await createFigures(await manager()).canteen({ canteenId: first, period: PERIOD });
    const caller = createLines(await manager());
    const filter = { from: "2026-01", to: "2026-12", indicator: "ORGANIC", part: "strict" } as const;
    const page = await caller.canteen({ canteenId: first, filter });
    expect(page.totals.amountCents).toBe(answer.shares.ORGANIC.strict.numerator);
    expect(page.lines.length).toBeGreaterThan(0);
    expect(page.lines.every(({ verdict }) => verdict.organic.status === "confirmed")).toBe(true);
    expect(page.canteens).toEqual([{ id: first, name: "Arras" }]);
    await expect(caller.canteen({ canteenId: second, filter })).rejects.toThrow("NOT_FOUND");
    await expect(createLines(appContext(on)).canteen({ canteenId: first, filter })).rejects.toThrow(
      "UNAUTHENTICATED",
    );
    expect((await caller.suppliers({ canteenId: first })).length).toBe(2);
  });

  test("an official opens the lines of a territory, 50 a page", async () => {
    const caller = createLines(await official());
    const page = await caller.territory({ territoryCode: "DEP-62", filter: {} });
    expect(page.lines).toHaveLength(50);
    expect(page.totals.lines).toBeGreaterThan(50);
    const next = await caller.territory({ territoryCode: "DEP-62", filter: { page: 1 } });
    const ids = new Set([...page.lines, ...next.lines].map((line) => line.id));
    expect(ids.size).toBe(page.lines.length + next.lines.length);
  });

  test("a period that ends before it starts, or of more than three years, is refused", async () => {
    const caller = createFigures(await manager());
    for (const period of [
      { fromMonth: "2026-02", toMonth: "2026-01" },
      { fromMonth: "2020-01", toMonth: "2026-01" },
      { fromMonth: "2026-13", toMonth: "2026-14" },
    ])
      await expect(caller.canteen({ canteenId: first, period })).rejects.toThrow();
  });
});
