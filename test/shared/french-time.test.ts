import { expect, test } from "vitest";
import {
  formatFrenchHour,
  formatFrenchMoment,
  frenchDayOf,
  startOfFrenchDay,
} from "../../shared/french-time.ts";

test("a day begins at 22:00 UTC in summer and at 23:00 in winter, on the days of the change too", () => {
  expect(startOfFrenchDay("2026-07-14")).toBe("2026-07-13T22:00:00.000Z");
  expect(startOfFrenchDay("2026-11-22")).toBe("2026-11-21T23:00:00.000Z");
  expect(startOfFrenchDay("2026-03-29")).toBe("2026-03-28T23:00:00.000Z");
  expect(startOfFrenchDay("2026-03-30")).toBe("2026-03-29T22:00:00.000Z");
  expect(startOfFrenchDay("2026-10-25")).toBe("2026-10-24T22:00:00.000Z");
  expect(startOfFrenchDay("2026-10-26")).toBe("2026-10-25T23:00:00.000Z");
});

test("a moment is said at the hour of France", () => {
  expect(formatFrenchMoment("2026-11-05T13:05:00.000Z", "fr")).toBe("05/11/2026 à 14:05");
  expect(formatFrenchMoment("2026-07-05T22:30:00.000Z", "fr")).toBe("06/07/2026 à 00:30");
  expect(formatFrenchMoment("2026-11-05T13:05:00.000Z", "en")).toBe("5 Nov 2026, 14:05");
});

test("an instant belongs to the day and the hour it is in France", () => {
  expect(frenchDayOf("2026-07-05T22:30:00.000Z")).toBe("2026-07-06");
  expect(frenchDayOf("2026-11-05T22:30:00.000Z")).toBe("2026-11-05");
  expect(formatFrenchHour("2026-11-05T22:30:00.000Z", "fr")).toBe("23:30");
});
