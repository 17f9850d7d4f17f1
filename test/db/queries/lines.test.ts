import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import type { LinesQuery } from "../../../db/queries/lines.ts";
import { listFigureLines, sumFigureCells, sumFigureLines } from "../../../db/queries/lines.ts";
import type { LineFilter } from "../../../shared/drill-down.ts";
import { conditionsOf, isPartOf } from "../../../shared/drill-down.ts";
import { FAMILIES } from "../../../shared/families.ts";
import { totalsOf } from "../../../shared/figures.ts";
import { COURT_OU_PROXIMITE_CELLS, INDICATORS } from "../../../shared/indicators/indicators.ts";
import { sharesOf } from "../../../shared/indicators/shares.ts";
import { SOCIAL_INDICATORS } from "../../../shared/indicators/social.ts";
import { PARTS } from "../../../shared/line-filter-words.ts";
import { isInRange } from "../../../shared/periods.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPurchases } from "../../support/purchases.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../support/seed.ts";
import { statementsOf } from "../../support/statements.ts";

const MONTHS = ["2025-01", "2025-02", "2025-12", "2026-01", "2026-10"] as const;
const RUNS = 150;

describeOnEngines("lines behind a figure", (on) => {
  let canteenIds: string[] = [];
  let supplierIds: string[] = [];

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    for (const seed of [1, 2]) {
      const { id } = await seedCanteen(on.db, { organisationId });
      const purchases = await seedPurchases(on.db, actionContext(on), { canteenId: id, orders: 40, seed });
      canteenIds = [...canteenIds, id];
      supplierIds = [...supplierIds, ...purchases.supplierIds];
    }
  });

  function query(filter: LineFilter, given: Partial<LinesQuery> = {}): LinesQuery {
    return {
      canteenIds,
      fromMonth: filter.from ?? null,
      toMonth: filter.to ?? null,
      supplierId: filter.supplier ?? null,
      text: "",
      conditions: conditionsOf(filter),
      status: null,
      ...given,
    };
  }
  const everyLine = (asked: LinesQuery) =>
    listFigureLines(on.reader, asked, { sort: "date", offset: 0, limit: 10_000 });

  test("add up to the figure, to the cent and to the gram, whatever the filter", async () => {
    const cells = await listCells(on.reader, { canteenIds, fromMonth: null, toMonth: null });
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const anyFilter = fc.record({
      canteens: fc.constantFrom(0, 1, 2),
      months: maybe(fc.tuple(fc.constantFrom(...MONTHS), fc.constantFrom(...MONTHS))),
      indicator: maybe(fc.constantFrom(...INDICATORS)),
      part: maybe(fc.constantFrom(...PARTS)),
      social: fc.option(fc.constantFrom(...SOCIAL_INDICATORS), { nil: undefined, freq: 2 }),
      cell: fc.option(fc.constantFrom(...COURT_OU_PROXIMITE_CELLS), { nil: undefined, freq: 3 }),
      family: fc.option(fc.constantFrom(...FAMILIES.slice(0, 4)), { nil: undefined, freq: 3 }),
      supplier: fc.option(fc.nat(3), { nil: undefined, freq: 3 }),
    });
    let notEmpty = 0;
    await fc.assert(
      fc.asyncProperty(anyFilter, async ({ canteens, months, supplier, ...rest }) => {
        const [from, to] = months?.toSorted() ?? [];
        const asked = canteens === 2 ? canteenIds : canteenIds.slice(canteens, canteens + 1);
        const supplierId = supplier === undefined ? undefined : supplierIds[supplier];
        const filter = Object.fromEntries(
          Object.entries({ ...rest, from, to, supplier: supplierId }).filter(
            ([, value]) => value !== undefined,
          ),
        ) as LineFilter;
        const conditions = conditionsOf(filter);
        const kept = cells.filter(
          (cell) =>
            asked.includes(cell.canteenId) &&
            (from === undefined || isInRange(cell.month, { fromMonth: from, toMonth: to ?? from })) &&
            (supplierId === undefined || cell.supplierId === supplierId) &&
            isPartOf(conditions, cell),
        );
        const lines = query(filter, { canteenIds: asked });
        const totals = await sumFigureLines(on.reader, lines);
        expect(totals).toEqual(totalsOf(kept));
        expect(await sumFigureCells(on.reader, lines)).toEqual(totals);
        const listed = await everyLine(lines);
        expect(listed).toHaveLength(totals.lines);
        expect(listed.reduce((sum, line) => sum + line.amountCents, 0)).toBe(totals.amountCents);
        if (totals.lines > 0) notEmpty++;
      }),
      { numRuns: RUNS },
    );
    expect(notEmpty).toBeGreaterThan(RUNS / 5);
  });

  test.each(INDICATORS)("of %s give both ends of its rate", async (indicator) => {
    const year = { from: "2026-01", to: "2026-12" };
    const cells = await listCells(on.reader, { canteenIds, fromMonth: year.from, toMonth: year.to });
    const { strict, declared } = sharesOf(cells, "value")[indicator];
    const amountOf = async (part: LineFilter["part"]) =>
      (await sumFigureLines(on.reader, query({ ...year, indicator, part }))).amountCents;
    expect(await amountOf("strict")).toBe(strict.numerator);
    expect(await amountOf("declared")).toBe(declared.numerator);
    expect(await amountOf("base")).toBe(declared.denominator);
    expect(await amountOf("claimed")).toBe(declared.numerator - strict.numerator);
    expect(await amountOf("outside")).toBe(declared.denominator - declared.numerator);
  });

  test("stand apart from drafts and from what is not food", async () => {
    const totals = await sumFigureLines(on.reader, query({}));
    const rows = await on.db.selectFrom("order_lines").select(["counted", "family"]).execute();
    expect(rows.some((row) => row.family === null)).toBe(true);
    expect(totals.lines).toBe(rows.filter((row) => row.counted === 1).length);
    expect(totals.lines).toBeLessThan(rows.length);
  });

  test("narrow to those whose fact has a status", async () => {
    const status = { facts: ["local" as const], status: "toCheck" as const };
    const all = await everyLine(query({}));
    const toCheck = all.filter(({ verdict }) => ["declared", "unknown"].includes(verdict.local.status));
    const found = await everyLine(query({}, { status }));
    expect(found.map((line) => line.id)).toEqual(toCheck.map((line) => line.id));
    expect(found.length).toBeGreaterThan(0);
    expect((await sumFigureLines(on.reader, query({}, { status }))).lines).toBe(found.length);
  });

  test("come by date or by amount, and page by page without loss", async () => {
    const asked = query({});
    const whole = await listFigureLines(on.reader, asked, { sort: "amount", offset: 0, limit: 1000 });
    const amounts = whole.map((line) => Math.abs(line.amountCents));
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    const pages = [];
    for (let offset = 0; offset < whole.length; offset += 7)
      pages.push(...(await listFigureLines(on.reader, asked, { sort: "amount", offset, limit: 7 })));
    expect(pages).toEqual(whole);
    const dates = (await everyLine(asked)).map((line) => line.date);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  test("of no canteen are none", async () => {
    const asked = query({}, { canteenIds: [] });
    expect(await everyLine(asked)).toEqual([]);
    expect(await sumFigureLines(on.reader, asked)).toEqual({ amountCents: 0, weightGrams: 0, lines: 0 });
  });

  test("of a name are added up without being read one by one", async ({ skip }) => {
    if (on.engine === "postgres") return skip("its plan depends on how many lines there are");
    const asked = { fromMonth: "2025-01", toMonth: "2025-12", text: "carotte" } as const;
    const { statements } = await statementsOf(on.url, (reader) => sumFigureLines(reader, query({}, asked)));
    const plan = await sql<{ detail: string }>`explain query plan ${sql.raw(
      (statements[0] ?? "").replaceAll("?", "null"),
    )}`.execute(on.reader);
    expect(plan.rows.map(({ detail }) => detail).join("\n")).toContain(
      "SEARCH order_lines USING COVERING INDEX order_lines_by_name",
    );
  });
});
