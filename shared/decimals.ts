import type { ExactNumber } from "./parsing/numbers.ts";
import { divideHalfAway } from "./rounding.ts";

/**
 * An exact decimal number as text: `-?` digits, then a point and digits when there is a fraction, without a useless
 * zero (`"12.5"`, `"-0.04"`, `"0"`). Prices and quantities of invoices keep all their digits so; never add them as floats.
 */
export type Decimal = string;

/** `digits` / 10^`scale`, the arithmetic form of a Decimal. */
export interface ScaledDecimal {
  digits: bigint;
  scale: number;
}

/** The text of an exact number. */
export function decimalOf({ negative, digits, decimals }: ExactNumber): Decimal {
  const padded = digits.padStart(decimals + 1, "0");
  const whole = padded.slice(0, padded.length - decimals);
  const fraction = decimals === 0 ? "" : `.${padded.slice(padded.length - decimals)}`;
  return `${negative ? "-" : ""}${whole}${fraction}`;
}

/** The Decimal of `digits` / 10^`scale`. */
export function decimalOfScaled({ digits, scale }: ScaledDecimal): Decimal {
  const magnitude = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const whole = magnitude.slice(0, magnitude.length - scale);
  const fraction = magnitude.slice(magnitude.length - scale).replace(/0+$/, "");
  return `${digits < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** The arithmetic form. */
export function scaledOf(decimal: Decimal): ScaledDecimal {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

/**
 * The number times 10^`decimals` as an integer (2: cents of euros, 3: thousandths), a half going away from zero;
 * null beyond Number.MAX_SAFE_INTEGER.
 */
export function scaleDecimal(decimal: Decimal, decimals: number): number | null {
  const { digits, scale } = scaledOf(decimal);
  return safeNumber(divideHalfAway(digits * 10n ** BigInt(decimals), 10n ** BigInt(scale)));
}

/**
 * Cents of `quantity` x `price` / `base`, rounded once, a half going away from zero.
 * Null when the base is zero, or beyond Number.MAX_SAFE_INTEGER.
 */
export function productCents({
  quantity,
  price,
  base,
}: Record<"quantity" | "price" | "base", Decimal>): number | null {
  const [q, p, b] = [scaledOf(quantity), scaledOf(price), scaledOf(base)];
  if (b.digits === 0n) return null;
  const numerator = q.digits * p.digits * 100n * 10n ** BigInt(b.scale);
  return safeNumber(divideHalfAway(numerator, b.digits * 10n ** BigInt(q.scale + p.scale)));
}

/** The same number with the other sign. */
export function negateDecimal(decimal: Decimal): Decimal {
  if (decimal === "0") return decimal;
  return decimal.startsWith("-") ? decimal.slice(1) : `-${decimal}`;
}

/** The exact sum. */
export function addDecimals(one: Decimal, other: Decimal): Decimal {
  const [a, b] = [scaledOf(one), scaledOf(other)];
  const scale = Math.max(a.scale, b.scale);
  const digits = a.digits * 10n ** BigInt(scale - a.scale) + b.digits * 10n ** BigInt(scale - b.scale);
  return decimalOfScaled({ digits, scale });
}

/** `decimal` x an integer. */
export function timesInteger(decimal: Decimal, factor: number): Decimal {
  const { digits, scale } = scaledOf(decimal);
  return decimalOfScaled({ digits: digits * BigInt(factor), scale });
}

/** -1, 0 or 1. */
export function signOfDecimal(decimal: Decimal): -1 | 0 | 1 {
  if (decimal === "0") return 0;
  return decimal.startsWith("-") ? -1 : 1;
}

function safeNumber(value: bigint): number | null {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : null;
}
