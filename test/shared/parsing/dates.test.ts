import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, schoolYearOf } from "../../../shared/calendar.ts";
import { formatDateShort } from "../../../shared/format/dates.ts";
import { LOCALES } from "../../../shared/locales.ts";
import { parseDate } from "../../../shared/parsing/dates.ts";
import { DATE_CASES, DATE_TODAY } from "../../fixtures/french-entry.ts";

function asRow(read: ReturnType<typeof parseDate>): object {
  return read.ok
    ? { expected: read.value, error: undefined, warning: read.warning }
    : { expected: null, error: read.code, warning: undefined };
}

describe("the French date table", () => {
  test.each(
    DATE_CASES.map((row) => [JSON.stringify(row.input), row.today ?? "any day", row] as const),
  )("%s on %s", (_, __, { input, expected, error, warning, today = DATE_TODAY, schoolYearStart }) => {
    const context = schoolYearStart === undefined ? { today } : { today, schoolYearStart };
    expect(asRow(parseDate(input, context))).toEqual({ expected, error, warning });
  });

  it("depends on the day only where a row says so", () => {
    for (const { input, expected, error, today } of DATE_CASES) {
      if (today !== undefined) continue;
      expect(asRow(parseDate(input, { today: "2031-02-14" }))).toMatchObject({ expected, error });
    }
  });
});

const days = fc.integer({ min: 0, max: 73_000 }).map((offset) => addDays("1950-01-01", offset));

describe("parseDate", () => {
  it("reads back every date as displayed and as stored", () => {
    fc.assert(
      fc.property(days, (date) => {
        for (const locale of LOCALES) {
          expect(parseDate(formatDateShort(date, locale), { today: DATE_TODAY })).toEqual({
            ok: true,
            value: date,
          });
        }
        expect(parseDate(date, { today: DATE_TODAY })).toEqual({ ok: true, value: date });
      }),
    );
  });

  it("puts a day without year in the school year of today", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 364 }), (today, offset) => {
        const { start, end } = schoolYearOf(today);
        const date = addDays(start, offset);
        const read = parseDate(`${date.slice(8)}${date.slice(5, 7)}`, { today });
        expect(read.ok && read.value).toBe(date);
        expect(date <= end).toBe(true);
      }),
    );
  });

  it("moves by days from today", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -999, max: 999 }), (today, offset) => {
        const text = offset < 0 ? `${offset}` : `+${offset}`;
        expect(parseDate(text, { today })).toEqual({ ok: true, value: addDays(today, offset) });
      }),
    );
  });

  it("warns beyond 180 days when it had to choose the year, not at 180", () => {
    expect(parseDate("4/5", { today: DATE_TODAY })).toEqual({ ok: true, value: "2027-05-04" });
    expect(parseDate("5/5", { today: DATE_TODAY })).toMatchObject({ warning: "DATE_YEAR_FAR" });
    expect(parseDate("5/5/27", { today: DATE_TODAY })).toEqual({ ok: true, value: "2027-05-05" });
  });

  // Read in a time that grows with the square of its length, it would take minutes.
  it("refuses a hostile cell at once", () => {
    const started = performance.now();
    parseDate(`5${" ".repeat(500_000)}x`, { today: DATE_TODAY });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
