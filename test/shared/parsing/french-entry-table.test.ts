import { describe, expect, test } from "vitest";
import { DATE_ERRORS } from "../../../shared/parsing/dates.ts";
import { NUMBER_ERRORS } from "../../../shared/parsing/numbers.ts";
import { DATE_CASES, NUMBER_CASES } from "../../fixtures/french-entry.ts";

/** What people type in France, as the interface's own rules list it. */
const READ_NUMBERS = [
  "1 234,5",
  "1\u00A0234,50",
  "1\u202F234,5",
  "1\u2009234,5",
  "12,5€",
  "12,5 €",
  "12,5kg",
  "12,5 kg",
  "12.5",
  "1234,5",
  "1.234,5",
  "1,234.5",
  "1.234",
];
const READ_DATES = [
  "5/11",
  "5/11/26",
  "05/11/2026",
  "0511",
  "051126",
  "05112026",
  "2026-11-05",
  "hier",
  "+1",
];

describe("the table of what people type", () => {
  test("holds at least 200 cases, each once", () => {
    const keys = [...NUMBER_CASES, ...DATE_CASES].map((row) => JSON.stringify(row));
    expect(keys.length).toBeGreaterThanOrEqual(200);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("holds every way of typing that the rules name, read", () => {
    const numbers = NUMBER_CASES.filter(({ expected }) => expected !== null).map(({ input }) => input);
    const dates = DATE_CASES.filter(({ expected }) => expected !== null).map(({ input }) => input);
    expect(READ_NUMBERS.filter((text) => !numbers.includes(text))).toEqual([]);
    expect(READ_DATES.filter((text) => !dates.includes(text))).toEqual([]);
  });

  test("holds every way of being refused", () => {
    const refused = new Set<string | undefined>([...NUMBER_CASES, ...DATE_CASES].map(({ error }) => error));
    expect([...NUMBER_ERRORS, ...DATE_ERRORS].filter((code) => !refused.has(code))).toEqual([]);
  });
});
