import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSpreadsheet } from "./read-spreadsheet.ts";
import { SPREADSHEET_BOMBS } from "./spreadsheet-bombs.ts";
import { damagedSpreadsheets, faultOf } from "./spreadsheets.ts";

/** The limit of time of a reading, twice: it is read by name, then by a mapping. */
const MILLISECONDS = 60_000;

describe("a damaged spreadsheet is read or refused, never a crash", () => {
  test.each(["csv", "tsv", "xlsx", "ods"])("%s", async (format) => {
    await fc.assert(
      fc.asyncProperty(damagedSpreadsheets([format]), async ({ bytes }) => {
        for (const file of await readSpreadsheet(bytes, "here")) expect(faultOf(file)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

describe("a bomb ends in a reading or a refusal", () => {
  test.each([
    ["a sheet of spaces", 9, "FILE_BOMB"],
    ["rows of cells repeated", 1, "FILE_BOMB"],
    ["many files", 3, "FILE_BOMB"],
    ["more than the limit", 1, "FILE_TOO_LARGE"],
    ["nothing but quotes", 3, null],
    ["nothing but separators", 3, null],
    ["nothing but newlines", 2, "FILE_ROWS"],
    ["one endless cell", 3, "FILE_FIELD"],
    ["billion laughs in a sheet", 1, null],
  ] as const)("%s", { timeout: MILLISECONDS }, async (kind, size, code) => {
    const files = await readSpreadsheet(SPREADSHEET_BOMBS[kind]?.(size) ?? new Uint8Array(), "aside");
    for (const file of files) {
      expect(faultOf(file)).toBeNull();
      if (code !== null) expect(file.issues.map((issue) => issue.code)).toEqual([code]);
    }
  });
});
