import { beforeAll, expect, test } from "vitest";
import { listFigureLines, sumFigureLines } from "../../../db/queries/lines.ts";
import { linesQuery, readFigureLines } from "../../../server/actions/read-lines.ts";
import type { LineFilter } from "../../../shared/drill-down.ts";
import type { Id } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPurchases } from "../../support/purchases.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../support/seed.ts";

const YEAR = { from: "2026-01", to: "2026-12" } as const;

describeOnEngines("the lines of many canteens, page by page", (on) => {
  const canteenIds: Id[] = [];
  let supplier: Id = "";

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    for (const seed of [1, 2, 3]) {
      const { id } = await seedCanteen(on.db, { organisationId });
      const { supplierIds } = await seedPurchases(on.db, actionContext(on), {
        canteenId: id,
        orders: 120,
        seed,
      });
      canteenIds.push(id);
      supplier = supplierIds[0] ?? "";
    }
  });

  const filters: [string, LineFilter][] = [
    ["a year", YEAR],
    ["an indicator", { ...YEAR, indicator: "ORGANIC", part: "claimed" }],
    [
      "a supplier",
      {
        ...YEAR,
        get supplier() {
          return supplier;
        },
      },
    ],
    ["one month", { from: "2026-02", to: "2026-02" }],
    ["all that was ever bought", {}],
    ["what is to check", { ...YEAR, status: "toCheck" }],
    ["words of a name", { ...YEAR, text: "carot" }],
    ["words of a name, the last one first", { ...YEAR, text: "rapees CAROTTES" }],
    ["words of many names", { text: "e" }],
    ["words of no name", { ...YEAR, text: "zzz carot" }],
    ["by amount", { ...YEAR, sort: "amount" }],
    ["months without a line", { from: "2031-01", to: "2031-12" }],
  ];
  test.each(
    filters,
  )("%s: the pages hold each line once, in order, and the sum is that of the lines", async (_, filter) => {
    const query = linesQuery(canteenIds, filter);
    const sort = filter.sort ?? "date";
    const whole = await listFigureLines(on.reader, query, { sort, offset: 0, limit: 10_000 });
    const sum = await sumFigureLines(on.reader, query);
    const paged = [];
    for (let page = 0; page * 50 <= whole.length; page++) {
      const { totals, lines } = await readFigureLines(on.reader, canteenIds, { ...filter, page });
      expect(totals).toEqual(sum);
      paged.push(...lines);
    }
    expect(paged).toEqual(whole);
  });

  test("there are enough of them for several pages", async () => {
    const { totals } = await readFigureLines(on.reader, canteenIds, YEAR);
    expect(totals.lines).toBeGreaterThan(150);
  });
});
