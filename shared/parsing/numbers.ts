/** Why a text is not a number. */
export const NUMBER_ERRORS = [
  "NUMBER_EMPTY",
  "NUMBER_NO_DIGIT",
  "NUMBER_CHARACTER",
  "NUMBER_SEVERAL_MARKS",
  "NUMBER_GROUPING",
  "NUMBER_UNIT_PLACE",
  "NUMBER_SIGN_PLACE",
  "NUMBER_TOO_LARGE",
] as const;
export type NumberError = (typeof NUMBER_ERRORS)[number];

/** What was read, but should be looked at. One at most is given: the first of this list that applies. */
export const NUMBER_WARNINGS = ["NUMBER_POINT_AS_COMMA", "NUMBER_SPACING", "NUMBER_ROUNDED"] as const;
export type NumberWarning = (typeof NUMBER_WARNINGS)[number];

/**
 * An exact decimal number: `digits` / 10^`decimals`, below zero when `negative`.
 * Canonical: no useless zero at either end; zero is `{ negative: false, digits: "0", decimals: 0 }`.
 */
export interface ExactNumber {
  negative: boolean;
  digits: string;
  decimals: number;
}

export interface NumberRead<Value> {
  ok: true;
  value: Value;
  warning?: NumberWarning;
}

export interface NumberRefused {
  ok: false;
  code: NumberError;
}

export type NumberReading<Value> = NumberRead<Value> | NumberRefused;

const SPACES = " \\u00A0\\u202F\\u2009";
const SPACE = new RegExp(`[${SPACES}]`, "g");
const OUTER_SPACE = new RegExp(`^[${SPACES}]+|[${SPACES}]+$`, "g");
const UNIT = /€|kg/gi;
/** What may stand before or after the number: a sign (before only) and one unit. */
const ENVELOPE = new RegExp(
  `^(?:€[${SPACES}]*)?([-\\u2212]?)[${SPACES}]*(?:€[${SPACES}]*)?([\\d.,${SPACES}]*?)[${SPACES}]*(?:€|kg)?$`,
  "i",
);
const REGULAR_SPACING = new RegExp(`^(?:\\d*|\\d{1,3}(?:[${SPACES}]\\d{3})+)(?:[.,]\\d*)?$`);
/** Beyond this many digits nothing is worth reading: 2^53 has 16. */
const MAX_DIGITS = 40;
/** A longer text is no number and must cost nothing to refuse. */
const MAX_LENGTH = 100;
/** Any character that no number has, the letters of kg aside. */
const FOREIGN = new RegExp(`[^\\d.,€kg\\-\\u2212${SPACES}]`, "i");

/**
 * The number a person typed or pasted, exactly. Spaces (U+0020, U+00A0, U+202F, U+2009), one € and one kg
 * are read over; one `,` or `.` is the decimal mark; with both, the last is, and the other must cut thousands.
 * `1.234` is read as 1,234 with the warning NUMBER_POINT_AS_COMMA. Anything else is refused with its code.
 */
export function parseNumber(text: string): NumberReading<ExactNumber> {
  if (text.length > MAX_LENGTH) return refuse(FOREIGN.test(text) ? "NUMBER_CHARACTER" : "NUMBER_TOO_LARGE");
  const trimmed = text.replace(OUTER_SPACE, "");
  if (trimmed === "") return refuse("NUMBER_EMPTY");
  const envelope = ENVELOPE.exec(trimmed);
  if (envelope === null || (trimmed.match(UNIT)?.length ?? 0) > 1) return refuse(envelopeError(trimmed));
  const [, sign = "", spaced = ""] = envelope;
  const body = spaced.replace(SPACE, "");
  if (!/\d/.test(body)) return refuse("NUMBER_NO_DIGIT");
  if (body.length > MAX_DIGITS) return refuse("NUMBER_TOO_LARGE");
  const parts = splitBody(body);
  if (typeof parts === "string") return refuse(parts);
  const value = canonical(sign !== "", parts);
  return withWarning(value, warningOf(spaced));
}

/**
 * The number as an integer of 10^-`decimals` (2: cents, 3: thousandths, 4: ten-thousandths), signed, within
 * Number.MAX_SAFE_INTEGER; a half goes away from zero and any rounding has the warning NUMBER_ROUNDED.
 */
export function parseScaled(text: string, decimals: number): NumberReading<number> {
  const read = parseNumber(text);
  if (!read.ok) return read;
  const scaled = scale(read.value, decimals);
  if (!Number.isSafeInteger(scaled.value)) return refuse("NUMBER_TOO_LARGE");
  return withWarning(scaled.value, read.warning ?? (scaled.exact ? undefined : "NUMBER_ROUNDED"));
}

function refuse(code: NumberError): NumberRefused {
  return { ok: false, code };
}

function withWarning<Value>(value: Value, warning: NumberWarning | undefined): NumberRead<Value> {
  return warning === undefined ? { ok: true, value } : { ok: true, value, warning };
}

/** What stops a text that is not [€] [sign] digits and marks [unit]. */
function envelopeError(trimmed: string): NumberError {
  const rest = trimmed.replace(UNIT, "");
  if (new RegExp(`[^\\d.,\\-\\u2212${SPACES}]`).test(rest)) return "NUMBER_CHARACTER";
  if (!/\d/.test(rest)) return "NUMBER_NO_DIGIT";
  const misplacedSign = new RegExp(`[\\d.,${SPACES}-][-\\u2212]`).test(rest.replace(OUTER_SPACE, ""));
  return misplacedSign ? "NUMBER_SIGN_PLACE" : "NUMBER_UNIT_PLACE";
}

interface BodyParts {
  whole: string;
  fraction: string;
}

/** Cuts digits and marks (no space left) at the decimal mark. */
function splitBody(body: string): BodyParts | NumberError {
  const last = Math.max(body.lastIndexOf(","), body.lastIndexOf("."));
  if (last === -1) return { whole: body, fraction: "" };
  const mark = body.charAt(last);
  const whole = body.slice(0, last);
  if (whole.includes(mark)) return "NUMBER_SEVERAL_MARKS";
  const grouped = /[.,]/.test(whole);
  if (grouped && !/^\d{1,3}(?:[.,]\d{3})+$/.test(whole)) return "NUMBER_GROUPING";
  return { whole: whole.replace(/[.,]/g, ""), fraction: body.slice(last + 1) };
}

function canonical(negative: boolean, { whole, fraction }: BodyParts): ExactNumber {
  const kept = fraction.replace(/0+$/, "");
  const digits = (whole + kept).replace(/^0+(?=\d)/, "");
  if (/^0*$/.test(digits)) return { negative: false, digits: "0", decimals: 0 };
  return { negative, digits, decimals: kept.length };
}

/** `spaced` still has its inner spaces: `1.234` could be a thousand, `12 34` could be two numbers. */
function warningOf(spaced: string): NumberWarning | undefined {
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(spaced)) return "NUMBER_POINT_AS_COMMA";
  const hasSpace = spaced.search(SPACE) !== -1;
  return hasSpace && !REGULAR_SPACING.test(spaced) ? "NUMBER_SPACING" : undefined;
}

function scale(number: ExactNumber, decimals: number): { value: number; exact: boolean } {
  const dropped = Math.max(number.decimals - decimals, 0);
  const padded =
    number.digits.padStart(dropped + 1, "0") + "0".repeat(Math.max(decimals - number.decimals, 0));
  const kept = Number(padded.slice(0, padded.length - dropped));
  const magnitude = dropped > 0 && padded.charAt(padded.length - dropped) >= "5" ? kept + 1 : kept;
  return { value: number.negative && magnitude !== 0 ? -magnitude : magnitude, exact: dropped === 0 };
}
