import { beforeAll, expect, test } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { listMonthCells } from "../../../db/queries/month-cells.ts";
import type { Id } from "../../../shared/ids.ts";
import { sharesOf, weightCoverage } from "../../../shared/indicators/shares.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPurchases } from "../../support/purchases.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("cells by month", (on) => {
  let canteenIds: Id[] = [];

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenIds = [
      (await seedCanteen(on.db, { organisationId })).id,
      (await seedCanteen(on.db, { organisationId })).id,
    ];
    for (const [index, canteenId] of canteenIds.entries())
      await seedPurchases(on.db, actionContext(on), { canteenId, orders: 20, seed: index + 1 });
  });

  test("give month by month the rates of the cube, of fewer rows", async () => {
    const cells = await listCells(on.reader, { canteenIds, fromMonth: null, toMonth: null });
    const added = await listMonthCells(on.reader, { canteenIds, fromMonth: null, toMonth: null });
    expect(added.length).toBeLessThan(cells.length);
    for (const [month, ofMonth] of Map.groupBy(cells, (cell) => cell.month)) {
      const found = added.filter((cell) => cell.month === month);
      expect(sharesOf(found, "value")).toEqual(sharesOf(ofMonth, "value"));
      expect(sharesOf(found, "weight")).toEqual(sharesOf(ofMonth, "weight"));
      expect(weightCoverage(found)).toEqual(weightCoverage(ofMonth));
    }
  });

  test("keep to the months and canteens asked for", async () => {
    const all = await listMonthCells(on.reader, { canteenIds, fromMonth: null, toMonth: null });
    const month = all.map((cell) => cell.month).toSorted()[0] ?? "";
    const one = await listMonthCells(on.reader, { canteenIds, fromMonth: month, toMonth: month });
    expect(new Set(one.map((cell) => cell.month))).toEqual(new Set([month]));
    expect(await listMonthCells(on.reader, { canteenIds: [], fromMonth: null, toMonth: null })).toEqual([]);
  });
});
