import { describe, expect, test } from "vitest";
import { isPublicHoliday as isHolidayOfPackage } from "../../server/demo/calendar.ts";
import { addDays } from "../../shared/calendar.ts";
import {
  isPublicHoliday,
  isServiceDay,
  openingOf,
  serviceDaysOf,
  serviceDaysUpTo,
} from "../../shared/service-days.ts";

describe("service days", () => {
  test("public holidays are those of the government's own package, for twenty years", () => {
    const differing: string[] = [];
    for (let day = "2018-01-01"; day < "2038-01-01"; day = addDays(day, 1))
      if (isPublicHoliday(day) !== isHolidayOfPackage(day)) differing.push(day);
    expect(differing).toEqual([]);
  });

  test("a collège serves on four days a week, neither on holidays nor in summer", () => {
    const week = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"];
    expect(week.map((day) => isServiceDay("SCHOOL", day))).toEqual([true, true, false, true, true, false]);
    expect(["2026-10-20", "2026-11-11", "2026-07-06"].filter((day) => isServiceDay("SCHOOL", day))).toEqual(
      [],
    );
    expect(serviceDaysOf("SCHOOL", "2026-08")).toBe(0);
    expect(serviceDaysOf("SCHOOL", "2026-11")).toBe(17);
    expect(serviceDaysUpTo("SCHOOL", "2026-11-26")).toBe(15);
  });

  test("an office serves through the school holidays, a care home every day", () => {
    expect(isServiceDay("WEEKDAYS", "2026-10-20")).toBe(true);
    expect(isServiceDay("WEEKDAYS", "2026-11-11")).toBe(false);
    expect(serviceDaysOf("EVERY_DAY", "2026-12")).toBe(31);
    expect([openingOf("COLLEGE"), openingOf("ADMINISTRATION"), openingOf("SANTE")]).toEqual([
      "SCHOOL",
      "WEEKDAYS",
      "EVERY_DAY",
    ]);
  });
});
