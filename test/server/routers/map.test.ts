import { beforeAll, expect, test } from "vitest";
import { readMap, readMapFlows } from "../../../server/actions/read-map.ts";
import { readOutlines } from "../../../server/actions/read-outlines.ts";
import { mapRouter } from "../../../server/routers/map.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { yearRange } from "../../../shared/periods.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { seedPurchases } from "../../support/purchases.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../support/seed.ts";
import { statementsOf } from "../../support/statements.ts";

const YEAR = { period: { year: 2026 } };

describeOnEngines("the map", (on) => {
  const createMap = createCallerFactory(mapRouter);
  let arras: Id = "";
  let lens: Id = "";

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    arras = (await seedCanteen(on.db, { organisationId, name: "Arras" })).id;
    const position = { latE6: 50_430_000, lngE6: 2_830_000 };
    lens = (await seedCanteen(on.db, { organisationId, name: "Lens", commune: "62498", position })).id;
    await seedCanteen(on.db, { organisationId, name: "Fermée", active: false });
    await seedPurchases(on.db, actionContext(on), { canteenId: arras, orders: 60, seed: 3 });
    await seedPurchases(on.db, actionContext(on), { canteenId: lens, orders: 60, seed: 4 });
  });

  async function official() {
    const grants: Grant[] = [{ role: "official", scopeKind: "territory", scopeId: "DEP-62" }];
    return createMap(await appContext(on, { user: await seedPerson(on.db, { grants }), grants }));
  }

  /** Cents of the lines themselves. */
  async function bought(of: { canteenId?: Id; family?: string; month?: string; origins?: "one" | "none" }) {
    const lines = await on.reader.selectFrom("order_lines").selectAll().where("counted", "=", 1).execute();
    return lines
      .filter(({ month }) => month.startsWith(of.month ?? "2026"))
      .filter(
        ({ canteen_id, family }) =>
          (of.canteenId ?? canteen_id) === canteen_id && (of.family ?? family) === family,
      )
      .filter(
        ({ origin_communes }) =>
          of.origins === undefined || JSON.parse(origin_communes).length === (of.origins === "one" ? 1 : 0),
      )
      .reduce((sum, line) => sum + line.amount_ht_cents, 0);
  }

  test("shows canteens and suppliers where they stand, with the sums of their lines", async () => {
    const map = await (await official()).figures(YEAR);
    expect(map.canteens.map(({ name }) => name)).toEqual(["Arras", "Lens"]);
    expect(map.canteens.map(({ position }) => position)).toMatchObject([
      { latE6: 50_291_000, lngE6: 2_777_000 },
      { latE6: 50_430_000, lngE6: 2_830_000, uncertaintyM: 100 },
    ]);
    for (const { key, totals } of map.canteens)
      expect(totals.amountCents).toBe(await bought({ canteenId: key }));
    expect(map.suppliers.reduce((sum, { totals }) => sum + totals.amountCents, 0)).toBe(
      map.totals.amountCents,
    );
    expect(map.suppliers.find(({ kind }) => kind === "PRODUCER")).toMatchObject({
      communeName: "Lens",
      place: "production",
    });
    expect(map.localRadiusM).toBe(80_000);
    expect(map.years).toEqual([2026, 2025]);
  });

  test("a family and a month narrow every sum", async () => {
    const family = "FRUITS_ET_LEGUMES";
    const period = { fromMonth: "2026-02", toMonth: "2026-02" };
    const caller = await official();
    const map = await caller.figures({ period, family });
    const narrowed = await bought({ family, month: "2026-02" });
    expect(map.totals.amountCents).toBe(narrowed);
    expect((await caller.flows({ period, family })).totalCents).toBe(narrowed);
    expect(narrowed).not.toBe(await bought({}));
  });

  test("is read in two statements, whatever is asked, and in none of no canteen", async () => {
    const asked = { range: yearRange(2026), family: "FRUITS_ET_LEGUMES", today: "2026-11-26" } as const;
    const { answer, statements } = await statementsOf(on.url, (reader) =>
      readMap(reader, [arras, lens], asked),
    );
    expect(statements).toHaveLength(2);
    expect(answer.suppliers.length).toBeGreaterThan(1);
    expect(answer.suppliers.every(({ totals }) => totals.lines > 0)).toBe(true);
    expect((await statementsOf(on.url, (reader) => readMap(reader, [], asked))).statements).toEqual([]);
  });

  test("flows start from the commune of production and add up with what has none", async () => {
    const caller = await official();
    const { flows, unknownCents, severalCents, totalCents, tooMany } = await caller.flows(YEAR);
    const traced = flows.reduce((sum, { amountCents }) => sum + amountCents, 0);
    expect(tooMany).toBe(false);
    expect(traced).toBe(await bought({ origins: "one" }));
    expect(unknownCents).toBe(await bought({ origins: "none" }));
    expect(traced + unknownCents + severalCents).toBe(totalCents);
    expect(totalCents).toBe((await caller.figures(YEAR)).totals.amountCents);
    expect(flows.length).toBeGreaterThan(2);

    const within = { range: yearRange(2026), family: null, canteenId: null };
    const read = await statementsOf(on.url, (reader) => readMapFlows(reader, [arras, lens], within));
    expect(read.answer.flows).toEqual(flows);
    expect(read.statements).toHaveLength(1);

    const intoLens = await caller.flows({ ...YEAR, canteenId: lens });
    expect(intoLens.totalCents).toBe(await bought({ canteenId: lens }));
    expect(new Set(intoLens.flows.map(({ canteenId }) => canteenId))).toEqual(new Set([lens]));
  });

  test("flows of a canteen out of reach are not there", async () => {
    await expect((await official()).flows({ ...YEAR, canteenId: newId() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("outlines hold the communes of the canteens' département only", async () => {
    const { approximate, topologies } = await (await official()).outlines({});
    expect(approximate).toBe(true);
    expect(topologies).toHaveLength(1);
    expect(topologies[0]?.objects.areas.geometries.map(({ id }) => id)).not.toContain("248000531");
    const again = await statementsOf(on.url, (reader) => readOutlines(reader, [arras, lens]));
    expect(again.answer.topologies).toEqual(topologies);
    expect(again.statements).toHaveLength(1);
  });
});
