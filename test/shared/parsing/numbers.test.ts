import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { formatEuros } from "../../../shared/format/money.ts";
import { formatEntry, formatFixed } from "../../../shared/format/numbers.ts";
import type { Locale } from "../../../shared/locales.ts";
import { LOCALES } from "../../../shared/locales.ts";
import type { ExactNumber } from "../../../shared/parsing/numbers.ts";
import { parseNumber, parseScaled } from "../../../shared/parsing/numbers.ts";
import { NUMBER_CASES } from "../../fixtures/french-entry.ts";

function written({ negative, digits, decimals }: ExactNumber): string {
  const padded = digits.padStart(decimals + 1, "0");
  const whole = padded.slice(0, padded.length - decimals);
  return `${negative ? "-" : ""}${whole}${decimals === 0 ? "" : `.${padded.slice(-decimals)}`}`;
}

describe("the French number table", () => {
  test.each(NUMBER_CASES.map((row) => [JSON.stringify(row.input), row] as const))("%s", (_, row) => {
    const read = parseNumber(row.input);
    if (read.ok) {
      expect({ value: written(read.value), warning: read.warning }).toEqual({
        value: row.expected,
        warning: row.warning,
      });
    } else {
      expect({ expected: row.expected, error: row.error }).toEqual({ expected: null, error: read.code });
    }
  });

  it("has no text twice", () => {
    const inputs = NUMBER_CASES.map(({ input }) => input);
    expect(inputs.length).toBe(new Set(inputs).size);
  });
});

describe("parseNumber", () => {
  it("is canonical: equal numbers are equal values", () => {
    expect(parseNumber("0012,500")).toEqual(parseNumber("12.5"));
    expect(parseNumber("-0,00")).toEqual({ ok: true, value: { negative: false, digits: "0", decimals: 0 } });
  });

  it("either reads every digit that was typed or refuses: no character is dropped", () => {
    const texts = fc.string({
      unit: fc.constantFrom(..."0159,.- €kgKGx\u00A0\u202F\u2009\u2212'/+e"),
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseNumber(text);
        if (!read.ok) return;
        expect(text).toMatch(/^[\d.,\-\u2212€kg \u00A0\u202F\u2009]+$/i);
        const digits = text.replace(/\D/g, "").replace(/^0+/, "").replace(/0+$/, "");
        expect(read.value.digits.replace(/^0+/, "").replace(/0+$/, "")).toBe(digits);
      }),
      { numRuns: 5000 },
    );
  });

  // Read in a time that grows with the square of its length, it would take minutes.
  it("refuses a hostile cell at once", () => {
    const started = performance.now();
    for (const filling of [" ", "1 ", "1.", "\u00A0", "-"]) parseNumber(`1${filling.repeat(200_000)}x`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("parseScaled", () => {
  test.each([
    ["12,345", 2, 1235, "NUMBER_ROUNDED"],
    ["12,344", 2, 1234, "NUMBER_ROUNDED"],
    ["12,3449999", 2, 1234, "NUMBER_ROUNDED"],
    ["-12,345", 2, -1235, "NUMBER_ROUNDED"],
    ["-12,3449", 2, -1234, "NUMBER_ROUNDED"],
    ["1,005", 2, 101, "NUMBER_ROUNDED"],
    ["0,004", 2, 0, "NUMBER_ROUNDED"],
    ["-0,004", 2, 0, "NUMBER_ROUNDED"],
    ["0,005", 2, 1, "NUMBER_ROUNDED"],
    ["-0,005", 2, -1, "NUMBER_ROUNDED"],
    ["9,999", 2, 1000, "NUMBER_ROUNDED"],
    ["0,5", 0, 1, "NUMBER_ROUNDED"],
    ["12,3400", 2, 1234, undefined],
    ["12", 2, 1200, undefined],
    ["0,4325", 4, 4325, undefined],
    ["0,1", 3, 100, undefined],
    ["1.234", 3, 1234, "NUMBER_POINT_AS_COMMA"],
    ["1.234", 2, 123, "NUMBER_POINT_AS_COMMA"],
    ["12 34", 2, 123_400, "NUMBER_SPACING"],
    ["9007199254740991", 0, Number.MAX_SAFE_INTEGER, undefined],
    ["-90071992547409,91", 2, Number.MIN_SAFE_INTEGER, undefined],
    ["90071992547409,914", 2, Number.MAX_SAFE_INTEGER, "NUMBER_ROUNDED"],
  ] as const)("%s at 10^%i is %i", (text, decimals, value, warning) => {
    const read = parseScaled(text, decimals);
    expect(read).toEqual(warning === undefined ? { ok: true, value } : { ok: true, value, warning });
    expect(read.ok && Object.is(read.value, -0)).toBe(false);
  });

  test.each([
    ["9007199254740992", 0],
    ["-9007199254740992", 0],
    ["90071992547409,92", 2],
    ["90071992547409,915", 2],
    ["9007199254741", 4],
    ["9".repeat(40), 0],
  ])("%s at 10^%i is too large", (text, decimals) => {
    expect(parseScaled(text, decimals)).toEqual({ ok: false, code: "NUMBER_TOO_LARGE" });
  });

  it("hands on why a text is no number", () => {
    expect(parseScaled("12€50", 2)).toEqual({ ok: false, code: "NUMBER_UNIT_PLACE" });
  });

  const safe = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -2_000_000, max: 2_000_000 }));
  const locales = fc.constantFrom<Locale>(...LOCALES);

  it("reads back every amount in euros as displayed, without warning", () => {
    fc.assert(
      fc.property(safe, locales, (cents, locale) => {
        expect(parseScaled(formatEuros(cents, locale), 2)).toEqual({ ok: true, value: cents });
      }),
      { numRuns: 2000 },
    );
  });

  it("reads back every entry field, whatever its decimals and language, without warning", () => {
    fc.assert(
      fc.property(safe, fc.integer({ min: 0, max: 4 }), locales, (value, decimals, locale) => {
        const text = formatEntry({ value, decimals }, locale);
        expect(parseScaled(text, decimals)).toEqual({ ok: true, value });
      }),
      { numRuns: 3000 },
    );
  });

  it("reads back every French figure as displayed, without warning", () => {
    fc.assert(
      fc.property(safe, fc.integer({ min: 0, max: 4 }), (value, decimals) => {
        expect(parseScaled(formatFixed({ value, decimals }, "fr"), decimals)).toEqual({ ok: true, value });
      }),
    );
  });

  it("rounds to the nearest, a half away from zero, same on both sides of zero", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (value) => {
        const text = formatEntry({ value, decimals: 3 }, "fr");
        const up = parseScaled(text, 2);
        const down = parseScaled(`-${text}`, 2);
        expect(up.ok && up.value).toBe(Math.floor((value + 5) / 10));
        expect(up.ok && down.ok && up.value + down.value).toBe(0);
      }),
    );
  });
});
