import { describe, expect, test } from "vitest";
import {
  addMonths,
  completeRange,
  monthsOf,
  periodSchema,
  rangeOf,
  yearBefore,
  yearRange,
} from "../../shared/periods.ts";

describe("months", () => {
  test.each([
    ["2025-11", 1, "2025-12"],
    ["2025-12", 1, "2026-01"],
    ["2026-01", -1, "2025-12"],
    ["2026-03", -12, "2025-03"],
    ["2026-03", -15, "2024-12"],
    ["2026-03", 0, "2026-03"],
  ])("%s and %i months is %s", (month, months, expected) => {
    expect(addMonths(month, months)).toBe(expected);
  });

  test("a range lists every month, and none when it ends before it starts", () => {
    expect(monthsOf({ fromMonth: "2025-11", toMonth: "2026-02" })).toEqual([
      "2025-11",
      "2025-12",
      "2026-01",
      "2026-02",
    ]);
    expect(monthsOf({ fromMonth: "2025-02", toMonth: "2025-01" })).toEqual([]);
    expect(monthsOf(yearRange(2024))).toHaveLength(12);
  });

  test("the year before has the same months", () => {
    expect(yearBefore({ fromMonth: "2025-09", toMonth: "2026-08" })).toEqual({
      fromMonth: "2024-09",
      toMonth: "2025-08",
    });
  });

  test.each([
    ["2026-11-22", { fromMonth: "2026-01", toMonth: "2026-10" }],
    ["2026-12-31", { fromMonth: "2026-01", toMonth: "2026-11" }],
    ["2027-01-01", { fromMonth: "2026-01", toMonth: "2026-12" }],
    ["2026-02-01", { fromMonth: "2026-01", toMonth: "2026-01" }],
    ["2026-01-31", null],
    ["2025-06-01", null],
  ])("on %s the months of 2026 that are over are %j", (today, expected) => {
    expect(completeRange(yearRange(2026), today)).toEqual(expected);
  });
});

describe("a period asked for", () => {
  test("is a range, else a year, else the year of today", () => {
    const range = { fromMonth: "2025-09", toMonth: "2026-02" };
    expect(rangeOf({ ...range, year: 2020 }, "2026-11-22")).toEqual(range);
    expect(rangeOf({ year: 2024 }, "2026-11-22")).toEqual(yearRange(2024));
    expect(rangeOf({}, "2026-11-22")).toEqual(yearRange(2026));
  });

  test.each([
    [{ fromMonth: "2025-01", toMonth: "2027-12" }, true],
    [{ fromMonth: "2025-01", toMonth: "2028-01" }, false],
    [{ fromMonth: "2025-02", toMonth: "2025-01" }, false],
    [{ fromMonth: "2025-02" }, false],
    [{ fromMonth: "2025-13", toMonth: "2025-14" }, false],
    [{ year: 1999 }, false],
    [{}, true],
  ])("%j is well formed: %s", (period, expected) => {
    expect(periodSchema.safeParse(period).success).toBe(expected);
  });
});
