import { MAX_LINE_CENTS } from "../orders.ts";
import type { ExactNumber } from "../parsing/numbers.ts";
import { parseNumber } from "../parsing/numbers.ts";
import { typedNumber } from "../parsing/spreadsheet-text.ts";
import { toSafeInteger } from "../rounding.ts";
import type { Notes, Where } from "./notes.ts";

/** What the platform reads as a number. */
const PLATFORM_NUMBER = /^-?\d+(?:\.\d+)?$/;

/** What nearly every row has, under the largest amount whatever its digits: nothing to round, to correct or to refuse. */
const PLAIN_AMOUNT = /^(\d{1,7})(?:\.(\d{1,2}))?$/;

/**
 * Amount HT of a cell in cents, signed, rounded to the cent with a half going towards zero (the platform's
 * rule); null when it is refused, with PRICE_NUMBER or PRICE_TOO_LARGE.
 */
export function readAmount(
  cell: string,
  where: Where,
  { notes, decimalMark = null }: { notes: Notes; decimalMark?: "," | "." | null },
): number | null {
  const plain = PLAIN_AMOUNT.exec(cell);
  if (plain !== null) return Number(plain[1]) * 100 + Number((plain[2] ?? "").padEnd(2, "0"));
  const read = parseNumber(typedNumber(cell, decimalMark));
  if (!read.ok || /kg/i.test(cell)) {
    notes.refuse(where, cell, { code: "PRICE_NUMBER" });
    return null;
  }
  const { value } = read;
  if (value.digits.length - value.decimals > 12) {
    notes.refuse(where, cell, { code: "PRICE_TOO_LARGE" });
    return null;
  }
  const { cents, exact } = centsHalfDown(value);
  if (Math.abs(cents) > MAX_LINE_CENTS) {
    notes.refuse(where, cell, { code: "PRICE_TOO_LARGE" });
    return null;
  }
  const result = decimalOfCents(cents);
  if (!PLATFORM_NUMBER.test(cell)) notes.correct(where, cell, { code: "PRICE_FORMAT", result });
  if (read.warning === "NUMBER_POINT_AS_COMMA") notes.correct(where, cell, { code: "PRICE_POINT", result });
  if (!exact) notes.correct(where, cell, { code: "PRICE_ROUNDED", result });
  return cents;
}

/** Cents as the purchase file writes them: `12.50`, `-0.05`. */
export function decimalOfCents(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The number in cents, a half going towards zero; `exact` when nothing was dropped. */
export function centsHalfDown({ negative, digits, decimals }: ExactNumber): {
  cents: number;
  exact: boolean;
} {
  const sign = (cents: number) => (negative && cents !== 0 ? -cents : cents);
  if (decimals <= 2) return { cents: sign(Number(digits) * 10 ** (2 - decimals)), exact: true };
  const unit = 10n ** BigInt(decimals - 2);
  const whole = BigInt(digits) / unit;
  const rest = BigInt(digits) % unit;
  return { cents: sign(toSafeInteger(2n * rest > unit ? whole + 1n : whole)), exact: rest === 0n };
}
