import { describe, expect, test } from "vitest";
import type { DateError } from "../../../shared/parsing/dates.ts";
import type { NumberError } from "../../../shared/parsing/numbers.ts";
import { DATE_CASES, NUMBER_CASES } from "../../fixtures/french-entry.ts";

/** What people type in France, as the interface's own rules list it. */
const READ_NUMBERS = [
  ...["1 234,5", "1\u00A0234,50", "1\u202F234,5", "1\u2009234,5"],
  ...["12,5€", "12,5 €", "12,5kg", "12,5 kg", "12.5", "1234,5", "1.234,5", "1,234.5", "1.234"],
];
const READ_DATES = [
  ...["5/11", "5/11/26", "05/11/2026", "0511", "051126", "05112026", "2026-11-05", "hier", "+1"],
];
const NUMBER_ERRORS: Readonly<Record<NumberError, true>> = {
  NUMBER_EMPTY: true,
  NUMBER_NO_DIGIT: true,
  NUMBER_CHARACTER: true,
  NUMBER_SEVERAL_MARKS: true,
  NUMBER_GROUPING: true,
  NUMBER_UNIT_PLACE: true,
  NUMBER_SIGN_PLACE: true,
  NUMBER_TOO_LARGE: true,
};
const DATE_ERRORS: Readonly<Record<DateError, true>> = {
  DATE_EMPTY: true,
  DATE_UNREADABLE: true,
  DATE_IMPOSSIBLE: true,
  DATE_YEAR: true,
};

describe("the table of what people type", () => {
  test("holds at least 200 cases, each once", () => {
    const keys = [...NUMBER_CASES, ...DATE_CASES].map((row) => JSON.stringify(row));
    expect(keys.length).toBeGreaterThanOrEqual(200);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("holds every way of typing that the rules name, read", () => {
    const numbers = new Set(
      NUMBER_CASES.filter(({ expected }) => expected !== null).map(({ input }) => input),
    );
    const dates = new Set(DATE_CASES.filter(({ expected }) => expected !== null).map(({ input }) => input));
    expect(READ_NUMBERS.filter((text) => !numbers.has(text))).toEqual([]);
    expect(READ_DATES.filter((text) => !dates.has(text))).toEqual([]);
  });

  test("holds every way of being refused", () => {
    const refused = new Set([...NUMBER_CASES, ...DATE_CASES].map(({ error }) => error));
    const known = [...Object.keys(NUMBER_ERRORS), ...Object.keys(DATE_ERRORS)];
    expect(known.filter((code) => !refused.has(code as NumberError | DateError))).toEqual([]);
  });
});
