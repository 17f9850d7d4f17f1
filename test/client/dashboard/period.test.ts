import { describe, expect, test } from "vitest";
import { hundredthsOf } from "../../../client/dashboard/change-lines.tsx";
import { stepsFrom } from "../../../client/dashboard/change-waterfall.tsx";
import {
  choosePeriod,
  comparedPeriods,
  completeAddress,
  justBefore,
  periodKey,
  rangeOfSearch,
} from "../../../client/dashboard/period.ts";
import { validateChangeSearch, withChange } from "../../../client/dashboard/search.ts";
import { formatPoints } from "../../../shared/format/points.ts";

const TODAY = "2026-11-26";

describe("the period of an address", () => {
  test("is this year, a year, a school year or any months", () => {
    expect(periodKey({}, TODAY)).toBe("year-2026");
    expect(periodKey({ year: 2024 }, TODAY)).toBe("year-2024");
    expect(periodKey({ from: "2025-09", to: "2026-08" }, TODAY)).toBe("school-2025");
    expect(periodKey({ from: "2025-09", to: "2026-07" }, TODAY)).toBe("months");
    expect(rangeOfSearch({ year: 2024 }, TODAY)).toEqual({ fromMonth: "2024-01", toMonth: "2024-12" });
  });

  test("is chosen so that the address says it alone", () => {
    const school = withChange({ year: 2024, basis: "weight" }, choosePeriod("school-2025", TODAY));
    expect(school).toEqual({ basis: "weight", from: "2025-09", to: "2026-08" });
    expect(withChange(school, choosePeriod("year-2025", TODAY))).toEqual({ basis: "weight", year: 2025 });
    expect(choosePeriod("months", TODAY)).toEqual({ year: undefined, from: "2026-01", to: "2026-10" });
  });

  test("is named in a link copied today", () => {
    expect(completeAddress({}, TODAY, "DEP-62")).toEqual({ year: "2026", territory: "DEP-62" });
    expect(completeAddress({ from: "2026-01", to: "2026-03" }, TODAY)).toEqual({});
  });
});

describe("what two periods are compared", () => {
  test("are the months that are over and the same a year earlier, unless the address says", () => {
    expect(comparedPeriods({}, TODAY)).toEqual({
      now: { fromMonth: "2026-01", toMonth: "2026-10" },
      before: { fromMonth: "2025-01", toMonth: "2025-10" },
    });
    expect(
      comparedPeriods({ from: "2026-09", to: "2026-10", beforeFrom: "2026-07", beforeTo: "2026-08" }, TODAY)
        .before,
    ).toEqual({ fromMonth: "2026-07", toMonth: "2026-08" });
  });

  test("never overlap", () => {
    const search = validateChangeSearch({
      from: "2026-01",
      to: "2026-03",
      beforeFrom: "2025-12",
      beforeTo: "2026-02",
      part: "price",
    });
    expect(search.part).toBe("price");
    expect(comparedPeriods(search, TODAY).before).toEqual({ fromMonth: "2025-01", toMonth: "2025-03" });
    expect(justBefore({ fromMonth: "2026-01", toMonth: "2026-03" })).toEqual({
      fromMonth: "2025-10",
      toMonth: "2025-12",
    });
  });

  test("leave out an address that makes no sense", () => {
    expect(validateChangeSearch({ from: "2026-13", to: "2026-14", part: "luck", group: "x" })).toEqual({});
    expect(validateChangeSearch({ from: "2026-05", to: "2026-01" })).toEqual({});
  });
});

describe("the figures of a change", () => {
  test("have a sign, and the plural that French counts with", () => {
    expect(formatPoints(7, "fr")).toBe("+0,7\u00A0point");
    expect(formatPoints(-20, "fr")).toBe("\u22122,0\u00A0points");
    expect(formatPoints(0, "fr")).toBe("0,0\u00A0point");
    expect(formatPoints(-5, "en", 2)).toBe("\u22120.05\u00A0points");
  });

  test("lead step by step from the rate before to the rate now", () => {
    const steps = stepsFrom(351, [
      { part: "mix", tenths: 29 },
      { part: "proof", tenths: -4 },
    ]);
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [351, 380],
      [380, 376],
    ]);
  });

  test("add up in the column of a part, what rounding leaves over being with the rest", () => {
    const row = {
      canteenId: null,
      supplierId: "s",
      family: null,
      declared: null,
      units: [0, 0],
      strict: [0, 0],
      grams: [0, 0],
      perKg: [null, null],
    } as const;
    const rows = [
      { ...row, effectMilli: 14 },
      { ...row, effectMilli: 14 },
    ];
    const { effects, rest, total } = hundredthsOf({
      part: "mix",
      tenths: 0,
      none: false,
      rows,
      restMilli: -3,
    });
    expect([...effects.values(), rest]).toEqual([1, 1, 1]);
    expect(total).toBe(3);
  });
});
