import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FEWEST_SHOWN, hideSmallCounts, sumShown } from "../../../shared/clauses/hidden-counts.ts";
import type { ClauseHours } from "../../../shared/clauses/hours.ts";
import { formulaHoursE2, plannedHoursE2 } from "../../../shared/clauses/planned-hours.ts";
import type { ClauseProgress } from "../../../shared/clauses/progress.ts";
import { clauseProgress, progressOfAll } from "../../../shared/clauses/progress.ts";
import { contractInputSchema } from "../../../shared/contracts.ts";
import { aClause, aContract, anAwardedLot } from "../../support/contracts.ts";

const FORMULA = { labourShareBp: 5000, insertionShareBp: 500, hourlyCostCents: 3000 };

describe("planned hours", () => {
  test("one million euros, half of it labour, 5 % of it insertion at 30 € are 833 h", () => {
    expect(formulaHoursE2(100_000_000, FORMULA)).toBe(83_333);
  });

  test("hours that were agreed stand in place of the formula's; without either there are none", () => {
    expect(plannedHoursE2(100_000_000, { formula: FORMULA, agreedHoursE2: 60_000 })).toBe(60_000);
    expect(plannedHoursE2(100_000_000, { formula: null, agreedHoursE2: null })).toBeNull();
  });

  test("a billion euros of nothing but insertion is still exact", () => {
    const all = { labourShareBp: 10_000, insertionShareBp: 10_000, hourlyCostCents: 1 };
    expect(formulaHoursE2(100_000_000_000, all)).toBe(10_000_000_000_000);
  });
});

describe("progress", () => {
  const year = { startsOn: "2026-01-01", endsOn: "2026-12-31" };
  const at = (today: string, doneE2: number, plannedE2: number | null = 36_500): ClauseProgress =>
    clauseProgress(year, { today, doneE2, plannedE2 });

  test("is measured on the last day of the month before, in proportion to the days", () => {
    expect(at("2026-11-22", 30_400)).toMatchObject({
      asOf: "2026-10-31",
      expectedE2: 30_400,
      behindE2: 0,
      state: "ON_TRACK",
    });
    expect(at("2026-11-30", 30_400).asOf).toBe("2026-10-31");
    expect(at("2026-12-01", 30_400)).toMatchObject({ asOf: "2026-11-30", expectedE2: 33_400 });
  });

  test.each([
    ["2026-01-31", 0, "UPCOMING"],
    ["2026-02-01", 3_100, "ON_TRACK"],
    // 5 % of 365 h are 18,25 h: behind by as much is no alert, by more it is.
    ["2026-11-22", 30_400 - 1_825, "ON_TRACK"],
    ["2026-11-22", 30_400 - 1_826, "LATE"],
    ["2026-11-22", 36_500, "DONE"],
    ["2026-12-31", 10_000, "LATE"],
    ["2027-01-01", 36_499, "SHORT"],
    ["2027-01-01", 36_500, "DONE"],
  ])("on %s with %i hundredths of an hour of 365 h it is %s", (today, doneE2, state) => {
    expect(at(today, doneE2).state).toBe(state);
  });

  test("says when the hours are reached at the pace so far", () => {
    // Half the pace: twice the time.
    expect(at("2026-07-01", 9_050)).toMatchObject({ projectedE2: 18_250, projectedOn: "2027-12-31" });
    expect(at("2026-07-01", 0)).toMatchObject({ projectedE2: 0, projectedOn: null });
    expect(at("2026-07-01", 36_500).projectedOn).toBeNull();
    expect(at("2026-07-01", 1).projectedOn).toBeNull();
  });

  test("a clause without planned hours has no expectation and is never late", () => {
    expect(at("2026-11-22", 500, null)).toMatchObject({ state: "UNPLANNED", expectedE2: null, behindE2: 0 });
  });

  test("of several clauses adds the hours of those that plan some, and is what asks for most", () => {
    const all = [at("2026-11-22", 30_400), at("2026-11-22", 10_000), at("2026-11-22", 500, null)];
    expect(progressOfAll(all)).toMatchObject({
      state: "LATE",
      plannedE2: 73_000,
      doneE2: 40_400,
      expectedE2: 60_800,
      behindE2: 20_400,
    });
    expect(progressOfAll([])).toBeNull();
  });
});

describe("counts of people", () => {
  const count = fc.option(fc.nat({ max: 12 }), { nil: null });

  test("one under five is published nowhere, not even as what is missing from a sum", () => {
    fc.assert(
      fc.property(fc.array(fc.array(count, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (clauses) => {
        const published = publish(clauses);
        for (const [clause, counts] of clauses.entries())
          for (const [employer, people] of counts.entries()) {
            if (people === null || people >= FEWEST_SHOWN) continue;
            for (let other = 0; other < FEWEST_SHOWN; other++)
              expect(publish(replaced(clauses, { clause, employer, people: other }))).toEqual(published);
          }
      }),
      { numRuns: 100 },
    );
  });

  test("those of five or more are published as they are, and add up", () => {
    expect(publish([[5, null], [12]])).toEqual({
      counts: [[5, null], [12]],
      sums: [5, 12],
      total: 17,
    });
    expect(publish([[4, 9], [12]])).toEqual({
      counts: [["FEW", 9], [12]],
      sums: ["FEW", 12],
      total: "FEW",
    });
  });

  /** All that a reader gets of one month: each employer, each clause, the contract. */
  function publish(clauses: readonly (readonly (number | null)[])[]): unknown {
    const shown = clauses.map((counts) => hideSmallCounts(counts.map(hoursOf)).map(({ people }) => people));
    return { counts: shown, sums: shown.map(sumShown), total: sumShown(shown.flat()) };
  }

  function hoursOf(people: number | null): ClauseHours {
    return { clauseId: "c", employerId: "e", month: "2026-01", hoursE2: 100, people };
  }

  function replaced(
    clauses: readonly (readonly (number | null)[])[],
    { clause, employer, people }: { clause: number; employer: number; people: number },
  ): (number | null)[][] {
    return clauses.map((counts, at) =>
      counts.map((kept, index) => (at === clause && index === employer ? people : kept)),
    );
  }
});

describe("a contract", () => {
  const issues = (contract: object): string[] => {
    const read = contractInputSchema.safeParse(contract);
    return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  };

  test("of two lots names both, each otherwise", () => {
    const lots = (...numbers: (string | null)[]) => numbers.map((number) => anAwardedLot({ number }));
    expect(issues(aContract({ lots: lots(null) }))).toEqual([]);
    expect(issues(aContract({ lots: lots("1", "2") }))).toEqual([]);
    for (const wrong of [lots("1", null), lots("Lot A", "lot a")])
      expect(issues(aContract({ lots: wrong }))).toEqual(["lots: lot-number"]);
    expect(issues(aContract({ lots: [] }))).toEqual(["lots: required"]);
  });

  test("plans the hours of a clause or says how many were agreed and why, unless it is reserved", () => {
    const withClause = (clause: object) =>
      aContract({ lots: [anAwardedLot({ clauses: [aClause(clause)] })] });
    expect(issues(withClause({ formula: null }))).toEqual(["lots.0.clauses.0.formula: hours-plan"]);
    expect(issues(withClause({ formula: null, way: "RESERVED" }))).toEqual([]);
    expect(issues(withClause({ formula: null, agreedHoursE2: 100 }))).toEqual([
      "lots.0.clauses.0.agreedReason: hours-reason",
    ]);
    expect(issues(withClause({ endsOn: "2025-12-31" }))).toEqual(["lots.0.clauses.0.endsOn: dates-reversed"]);
  });
});
