import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  compareDates,
  dayAfter,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  isIsoDate,
  isIsoMonth,
  monthOf,
  monthsOfYear,
  schoolYearOf,
  yearOf,
} from "../../shared/calendar.ts";

const DAY_MS = 86_400_000;

test.each(["2026-11-05", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s is a day", (date) => {
  expect(isIsoDate(date)).toBe(true);
});

test.each([
  "2023-02-29",
  "1900-02-29",
  "2022-02-31",
  "2026-04-31",
  "2026-00-10",
  "2026-13-01",
  "2026-01-00",
  "0000-01-01",
  "2026-1-01",
  "26-01-01",
  "2026-01-01T00:00:00",
  " 2026-01-01",
  "2026-01-01\n",
  "",
])("%j is no day", (text) => {
  expect(isIsoDate(text)).toBe(false);
});

test("isIsoMonth wants a real month", () => {
  expect(["2026-01", "2026-12"].every(isIsoMonth)).toBe(true);
  expect(["2026-00", "2026-13", "2026-1", "2026", "2026-01-01"].some(isIsoMonth)).toBe(false);
});

test("every day of four centuries is the platform's UTC day", () => {
  const first = Date.UTC(1900, 0, 1);
  let date = "1900-01-01";
  for (let index = 0; index < 146_097; index++) {
    const truth = new Date(first + index * DAY_MS);
    if (date !== truth.toISOString().slice(0, 10) || dayOfWeek(date) !== ((truth.getUTCDay() + 6) % 7) + 1) {
      expect({ date, day: dayOfWeek(date) }).toBe(truth.toISOString());
    }
    date = addDays(date, 1);
  }
  expect(date).toBe("2300-01-01");
  expect(daysBetween("1900-01-01", date)).toBe(146_097);
});

test("addDays and daysBetween undo each other", () => {
  const offsets = fc.integer({ min: -200_000, max: 200_000 });
  fc.assert(
    fc.property(offsets, offsets, (from, days) => {
      const start = addDays("2026-11-05", from);
      const end = addDays(start, days);
      expect(isIsoDate(end)).toBe(true);
      expect(daysBetween(start, end)).toBe(days);
      expect(Math.sign(compareDates(end, start))).toBe(Math.sign(days));
    }),
  );
});

test("addDays refuses to leave the calendar", () => {
  expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
  expect(() => addDays("0001-01-01", -1)).toThrow(RangeError);
});

test("compareDates sorts days and months", () => {
  expect(["2026-02", "2025-12", "2026-01", "2025-12"].sort(compareDates)).toEqual([
    "2025-12",
    "2025-12",
    "2026-01",
    "2026-02",
  ]);
});

test("daysInMonth knows leap years", () => {
  expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  expect([1, 4, 12].map((month) => daysInMonth(2026, month))).toEqual([31, 30, 31]);
});

test("a day has its month and year, a year its twelve months", () => {
  expect(monthOf("2026-11-05")).toBe("2026-11");
  expect([yearOf("2026-11-05"), yearOf("2026-11")]).toEqual([2026, 2026]);
  const months = monthsOfYear(2026);
  expect([months.length, months[0], months[11]]).toEqual([12, "2026-01", "2026-12"]);
});

test.each([
  ["2026-08-31", "2025-09-01", "2026-08-31", "2025-2026"],
  ["2026-09-01", "2026-09-01", "2027-08-31", "2026-2027"],
  ["2026-01-01", "2025-09-01", "2026-08-31", "2025-2026"],
  ["2026-12-31", "2026-09-01", "2027-08-31", "2026-2027"],
])("the school year of %s runs from %s to %s", (date, start, end, label) => {
  expect(schoolYearOf(date)).toEqual({ start, end, label });
});

test("the last day that can be written has none after it", () => {
  expect(dayAfter("9999-12-31")).toBeNull();
  expect(dayAfter("9999-12-30")).toBe("9999-12-31");
  expect(dayAfter("2024-02-28")).toBe("2024-02-29");
});
