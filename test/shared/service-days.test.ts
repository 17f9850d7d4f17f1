import { describe, expect, test } from "vitest";
import { isPublicHoliday as isHolidayOfPackage } from "../../server/demo/calendar.ts";
import { addDays } from "../../shared/calendar.ts";
import { isSchoolHoliday } from "../../shared/school-holidays.ts";
import { SCHOOL_ZONES, schoolZoneOf } from "../../shared/school-zones.ts";
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
    expect(week.map((day) => isServiceDay("SCHOOL_B", day))).toEqual([true, true, false, true, true, false]);
    expect(["2026-10-20", "2026-11-11", "2026-07-06"].filter((day) => isServiceDay("SCHOOL_B", day))).toEqual(
      [],
    );
    expect(serviceDaysOf("SCHOOL_B", "2026-08")).toBe(0);
    expect(serviceDaysOf("SCHOOL_B", "2026-11")).toBe(17);
    expect(serviceDaysUpTo("SCHOOL_B", "2026-11-26")).toBe(15);
  });

  test("an office serves through the school holidays, a care home every day", () => {
    expect(isServiceDay("WEEKDAYS", "2026-10-20")).toBe(true);
    expect(isServiceDay("WEEKDAYS", "2026-11-11")).toBe(false);
    expect(serviceDaysOf("EVERY_DAY", "2026-12")).toBe(31);
    const sectors = ["COLLEGE", "ADMINISTRATION", "SANTE"] as const;
    expect(sectors.map((sector) => openingOf({ sector, commune: "62041" }))).toEqual([
      "SCHOOL_B",
      "WEEKDAYS",
      "EVERY_DAY",
    ]);
  });

  test("a school follows the winter and spring holidays of the zone of its département", () => {
    const schools = ["69123", "62041", "75056"].map((commune) => openingOf({ sector: "COLLEGE", commune }));
    expect(schools).toEqual(["SCHOOL_A", "SCHOOL_B", "SCHOOL_C"]);
    const days = ["2026-02-10", "2026-02-17", "2026-02-24", "2026-04-07", "2026-04-14", "2026-04-23"];
    expect(schools.map((school) => days.map((day) => isServiceDay(school, day)))).toEqual([
      [false, false, true, false, false, true],
      [true, false, false, true, false, false],
      [true, true, false, true, true, false],
    ]);
    for (const day of ["2026-10-20", "2026-12-22", "2026-07-06", "2026-05-15"])
      expect(schools.some((school) => isServiceDay(school, day))).toBe(false);
  });

  test("every zone has as many days of winter and spring holidays each year", () => {
    for (let year = 2023; year <= 2027; year++) {
      const counts = SCHOOL_ZONES.map((zone) => {
        let days = 0;
        for (let day = `${year}-02-01`; day < `${year}-04-01`; day = addDays(day, 1))
          if (isSchoolHoliday(day, zone)) days++;
        return days;
      });
      expect(counts).toEqual([16, 16, 16]);
    }
  });

  test("each département of the hexagone has one zone; Corsica and overseas have none", () => {
    const codes = Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, "0"));
    const without = codes.filter((code) => schoolZoneOf(`${code}001`) === null);
    expect(without).toEqual(["20"]);
    expect([schoolZoneOf("2A004"), schoolZoneOf("97105")]).toEqual([null, null]);
  });
});
