import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeText } from "../../client/orders/choose-article.ts";
import { headerDates } from "../../client/orders/order-header.ts";
import { readFields } from "../../client/orders/read-fields.ts";
import { formatTsv, parseTsv } from "../../client/orders/tsv.ts";
import { readDateField, readNumberField } from "../../client/ui/field-readings.ts";
import { MAX_LINE_CENTS } from "../../shared/orders.ts";
import type { DateContext, DateReading } from "../../shared/parsing/dates.ts";
import type { NumberReading } from "../../shared/parsing/numbers.ts";
import { parseNumber } from "../../shared/parsing/numbers.ts";
import { serialDay, typedDay, typedNumber } from "../../shared/parsing/spreadsheet-text.ts";
import { centsHalfDown, readAmount } from "../../shared/purchase-file/amount.ts";
import { readDay } from "../../shared/purchase-file/day.ts";
import { takeNotes } from "../../shared/purchase-file/notes.ts";
import { DATE_CASES, DATE_TODAY, NUMBER_CASES } from "../fixtures/french-entry.ts";
import { context, row } from "../support/entry-rows.ts";

const RUNS = 5000;
const WHERE = { row: 1, column: "prix_ht" };
const AROUND = context();

/** The price of a line typed in its cell. */
function inGrid(text: string): NumberReading<number> {
  return priceOf(row({ price: text }));
}

/** The same text copied from a spreadsheet and pasted on the cell. */
function whenPasted(text: string): NumberReading<number> {
  const [[cell = ""] = []] = parseTsv(formatTsv([[text]]));
  return priceOf(writeText(row({}), { field: "price", text: cell }, AROUND));
}

function priceOf(typed: ReturnType<typeof row>): NumberReading<number> {
  const { line, errors, warnings } = readFields(typed, AROUND);
  const { price: error } = errors;
  const { price: warning } = warnings;
  if (line.unitPriceHtE4 === null)
    return { ok: false, code: (error?.code ?? "NUMBER_EMPTY") as "NUMBER_EMPTY" };
  return warning === undefined || !warning.code.startsWith("NUMBER_")
    ? { ok: true, value: line.unitPriceHtE4 }
    : { ok: true, value: line.unitPriceHtE4, warning: warning.code as "NUMBER_ROUNDED" };
}

function inForm(text: string): NumberReading<number> {
  return readNumberField(text, 4);
}

/** The cents of an imported cell; null: refused. */
function imported(text: string): { cents: number | null; corrections: string[] } {
  const notes = takeNotes("forgiving");
  const cents = readAmount(text, WHERE, { notes });
  return { cents, corrections: notes.corrections().map(({ code }) => code) };
}

/** What an import must make of a text: as a person's field, to the cent, within what an order may come to. */
function expectedCents(text: string): number | null {
  const read = parseNumber(typedNumber(text, null));
  if (!read.ok || /kg/i.test(text) || read.value.digits.length - read.value.decimals > 12) return null;
  const { cents } = centsHalfDown(read.value);
  return Math.abs(cents) > MAX_LINE_CENTS ? null : cents;
}

function expectAgreement(text: string): void {
  const form = inForm(text);
  expect(inGrid(text), "grid").toEqual(form);
  expect(whenPasted(text), "paste").toEqual(form);
  const { cents, corrections } = imported(text);
  expect(cents, "import").toBe(expectedCents(text));
  if (typedNumber(text, null) !== text || cents === null) return;
  expect(form.ok || form.code === "NUMBER_TOO_LARGE").toBe(true);
  const doubtful = form.ok && form.warning === "NUMBER_POINT_AS_COMMA";
  expect(corrections.includes("PRICE_POINT"), "import's warning").toBe(doubtful);
}

const digits = fc.stringMatching(/^\d{1,4}$/);
const piece = fc.oneof(
  digits,
  fc.constantFrom(
    ",",
    ".",
    " ",
    "\u00A0",
    "\u202F",
    "\u2009",
    "-",
    "\u2212",
    "€",
    "kg",
    "EUR",
    "HT",
    "(",
    ")",
  ),
);
/** Near numbers: what people, accounts and spreadsheets write, and what comes of it by mistake. */
const nearNumber = fc.oneof(
  fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join("")),
  fc.tuple(digits, fc.constantFrom(",", "."), digits).map((parts) => parts.join("")),
  fc.string({ maxLength: 12 }),
);
const nearDate = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 0, max: 33 }),
      fc.constantFrom("/", "-", ".", " ", ""),
      fc.integer({ min: 0, max: 14 }),
      fc.constantFrom("", "26", "2026", "1899", "0026", "2200", "1998"),
    )
    .map(([day, mark, month, year]) => [day, month, year].filter((part) => part !== "").join(mark)),
  fc
    .tuple(
      fc.integer({ min: 0, max: 2300 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    )
    .map(([year, month, day]) =>
      [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-"),
    ),
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.constantFrom("hier", "+1", "5 novembre 2026", "1er août 26", "5/11/2026 10:00", "2026-11-05T08:00:00Z"),
  fc.string({ maxLength: 12 }),
);

describe("a number is read alike in the grid, in a form, pasted and imported", () => {
  test.each(NUMBER_CASES.map(({ input }) => [input]))("%j", (text) => expectAgreement(text));

  test("whatever is typed", () => {
    fc.assert(
      fc.property(nearNumber, (text) => expectAgreement(text)),
      { numRuns: RUNS },
    );
  });

  test("one point before three figures is a comma, with a warning, everywhere", () => {
    const read = { ok: true, value: 12_340, warning: "NUMBER_POINT_AS_COMMA" };
    expect([inGrid("1.234"), inForm("1.234"), whenPasted("1.234")]).toEqual([read, read, read]);
    expect(imported("1.234")).toEqual({ cents: 123, corrections: ["PRICE_POINT", "PRICE_ROUNDED"] });
    expect(imported("12.500")).toEqual({ cents: 1250, corrections: ["PRICE_POINT"] });
    expect(imported("12.50")).toEqual({ cents: 1250, corrections: [] });
  });

  test("what only accounts and spreadsheets write is read by an import alone", () => {
    for (const text of ["(12,50)", "12,50-", "12,50 EUR", "12,50 € HT"]) {
      expect(inForm(text).ok, text).toBe(false);
      expect(Math.abs(imported(text).cents ?? 0), text).toBe(1250);
    }
  });
});

function inStrip(text: string, today: DateContext): string | null {
  const header = {
    supplier: null,
    kind: "ORDER",
    status: "DRAFT",
    orderedOn: text,
    deliveredOn: "",
    invoicedOn: "",
    reference: "",
    note: "",
  } as const;
  return headerDates(header, today).orderedOn;
}

function importedDay(text: string): string | null {
  return readDay(text, WHERE, { notes: takeNotes("forgiving"), today: "2199-12-31" });
}

function expectSameDay(text: string, around: DateContext): void {
  const form: DateReading = readDateField(text, around);
  const day = form.ok ? form.value : null;
  expect(inStrip(text, around), "strip").toBe(day);
  const [[pasted = ""] = []] = parseTsv(formatTsv([[text]]));
  expect(readDateField(pasted, around), "paste").toEqual(form);
  const serial = serialDay(text);
  const typed = typedDay(text, "DMY");
  if (serial !== null) {
    expect(importedDay(text), "import").toBe(serial);
    return;
  }
  // A file says the whole date: a day that depends on today's is refused.
  const elsewhere = readDateField(typed, { today: "2011-02-03", schoolYearStart: 2010 });
  const here = readDateField(typed, around);
  const whole = here.ok && elsewhere.ok && here.value === elsewhere.value;
  expect(importedDay(text), "import").toBe(whole ? here.value : null);
}

describe("a date is read alike in the strip, in a form, pasted and imported", () => {
  test.each(DATE_CASES.map(({ input, today = DATE_TODAY }) => [input, today]))("%j on %s", (text, today) =>
    expectSameDay(text, { today }));

  test("whatever is typed", () => {
    fc.assert(
      fc.property(nearDate, (text) => expectSameDay(text, { today: DATE_TODAY })),
      { numRuns: RUNS },
    );
  });
});
