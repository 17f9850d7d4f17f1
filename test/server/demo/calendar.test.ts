import { describe, expect, test } from "vitest";
import { isPublicHoliday, openWeeks } from "../../../server/demo/calendar.ts";
import { dayOfWeek } from "../../../shared/calendar.ts";
import { isSchoolHoliday } from "../../../shared/school-holidays.ts";

const SCHOOL_YEARS = [2022, 2023, 2024, 2025, 2026, 2027, 2031];

describe("school weeks", () => {
  test.each(SCHOOL_YEARS)("the school year that begins in %i has 36 weeks, give or take one", (year) => {
    const weeks = openWeeks("COLLEGE", { from: `${year}-09-01`, to: `${year + 1}-08-01` });
    expect(weeks.length).toBeGreaterThanOrEqual(35);
    expect(weeks.length).toBeLessThanOrEqual(37);
  });

  test("a collège serves on Mondays, Tuesdays, Thursdays and Fridays", () => {
    const days = openWeeks("COLLEGE", { from: "2025-01-01", to: "2025-12-31" }).flatMap((week) => week.days);
    expect(new Set(days.map(dayOfWeek))).toEqual(new Set([1, 2, 4, 5]));
    expect(days.filter((day) => isSchoolHoliday(day, "B") || isPublicHoliday(day))).toEqual([]);
  });

  test("the restaurant of the Département serves all year, but on public holidays", () => {
    const weeks = openWeeks("OFFICE", { from: "2025-01-01", to: "2025-12-31" });
    expect(weeks).toHaveLength(52);
    expect(weeks.flatMap((week) => week.days)).not.toContain("2025-07-14");
  });
});

describe("holidays", () => {
  test("are those of zone B, both ends included", () => {
    expect(
      ["2025-02-07", "2025-02-08", "2025-02-23", "2025-02-24"].map((day) => isSchoolHoliday(day, "B")),
    ).toEqual([false, true, true, false]);
  });

  test("that are not published yet are those of 52 weeks before", () => {
    expect(isSchoolHoliday("2027-12-25", "B")).toBe(true);
    expect(isSchoolHoliday("2027-10-04", "B")).toBe(false);
  });

  test("follow Easter and the civil calendar when public", () => {
    const days = ["2024-04-01", "2025-04-21", "2026-11-11", "2026-11-12"];
    expect(days.map(isPublicHoliday)).toEqual([true, true, true, false]);
  });
});
