import { expect, test } from "vitest";
import { monthsOfYear } from "../../../shared/calendar.ts";
import {
  formatDateLong,
  formatDateShort,
  formatDay,
  formatMonth,
  formatMonthShort,
  formatWeekdays,
} from "../../../shared/format/dates.ts";

test.each([
  ["2026-11-05", "jeudi 5 novembre 2026", "Thursday 5 November 2026"],
  ["2026-11-01", "dimanche 1er novembre 2026", "Sunday 1 November 2026"],
  ["2024-02-29", "jeudi 29 février 2024", "Thursday 29 February 2024"],
  ["2026-08-31", "lundi 31 août 2026", "Monday 31 August 2026"],
])("formatDateLong of %s", (date, fr, en) => {
  expect([formatDateLong(date, "fr"), formatDateLong(date, "en")]).toEqual([fr, en]);
});

test("formatDateShort is the French order in French and unambiguous in English", () => {
  expect(formatDateShort("2026-11-05", "fr")).toBe("05/11/2026");
  expect(formatDateShort("2026-11-05", "en")).toBe("5 Nov 2026");
});

test("months agree with the platform's own French and English", () => {
  for (const month of monthsOfYear(2026)) {
    const day = new Date(`${month}-15T12:00:00Z`);
    const options = { month: "long", year: "numeric", timeZone: "UTC" } as const;
    expect(formatMonth(month, "fr")).toBe(new Intl.DateTimeFormat("fr-FR", options).format(day));
    expect(formatMonth(month, "en")).toBe(new Intl.DateTimeFormat("en-GB", options).format(day));
    const short = { month: "short", year: "numeric", timeZone: "UTC" } as const;
    expect(formatMonthShort(month, "fr")).toBe(new Intl.DateTimeFormat("fr-FR", short).format(day));
    expect(formatMonthShort(month, "en")).toBe(new Intl.DateTimeFormat("en-US", short).format(day));
  }
});

test("a near day goes without its year, in words", () => {
  expect(formatDay("2026-12-01", "fr")).toBe("mardi 1er décembre");
  expect(formatDay("2026-12-01", "en")).toBe("Tuesday 1 December");
});

test("days of the week follow each other as people say them", () => {
  expect(formatWeekdays([2], "fr")).toBe("mardi");
  expect(formatWeekdays([2, 5], "fr")).toBe("mardi et vendredi");
  expect(formatWeekdays([1, 3, 5], "fr")).toBe("lundi, mercredi et vendredi");
  expect(formatWeekdays([1, 2, 3, 4, 5], "fr")).toBe("du lundi au vendredi");
  expect(formatWeekdays([1, 2, 3, 5], "fr")).toBe("lundi, mardi, mercredi et vendredi");
  expect(formatWeekdays([1, 2], "fr")).toBe("lundi et mardi");
  expect(formatWeekdays([3, 4, 5], "en")).toBe("Wednesday to Friday");
  expect(formatWeekdays([2, 5], "en")).toBe("Tuesday and Friday");
});
