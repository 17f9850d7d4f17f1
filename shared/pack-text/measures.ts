/** What a measure is of: thousandths of a gram, or of a millilitre. */
export type Dimension = "weight" | "volume";

/** A quantity with its unit as a text gives it. */
export interface Measure {
  dimension: Dimension;
  /** Thousandths of a gram or of a millilitre. */
  milli: number;
  /** As it is written in words: « 1,5 L ». */
  words: string;
}

/** Thousandths of a gram or of a millilitre in one, by the folded spelling. */
const SPELLINGS: readonly { pattern: string; dimension: Dimension; milli: number; symbol: string }[] = [
  { pattern: "kilogrammes?|kilos?|kgs?", dimension: "weight", milli: 1_000_000, symbol: "kg" },
  { pattern: "grammes?|grs?|g", dimension: "weight", milli: 1_000, symbol: "g" },
  { pattern: "hectolitres?|hl", dimension: "volume", milli: 100_000_000, symbol: "hL" },
  { pattern: "litres?|ltrs?|lt|l", dimension: "volume", milli: 1_000_000, symbol: "L" },
  { pattern: "decilitres?|dl", dimension: "volume", milli: 100_000, symbol: "dL" },
  { pattern: "centilitres?|cl", dimension: "volume", milli: 10_000, symbol: "cL" },
  { pattern: "millilitres?|ml", dimension: "volume", milli: 1_000, symbol: "mL" },
];

/** A unit of measure in a folded text, not the start of a longer word. */
export const UNIT_PATTERN = `(?:${SPELLINGS.map(({ pattern }) => pattern).join("|")})(?![a-z0-9œæ])`;

/** A number as packs write it: thousands cut by a space, decimals after a comma or a point, or a plain fraction. */
export const NUMBER_PATTERN = "(?:\\d/\\d|\\d{1,3}(?: \\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?)";

/**
 * The measure that a folded number and unit say; null when the number may be read in two ways: « 1.250 » (a
 * decimal or thousands), « 6 125 » (thousands or six times), « 6/8 » (from six to eight).
 */
export function readMeasure(number: string, unit: string): Measure | null {
  const spelling = SPELLINGS.find(({ pattern }) => new RegExp(`^(?:${pattern})$`).test(unit));
  const value = readNumber(number);
  if (spelling === undefined || value === null) return null;
  const milli = (value.digits * spelling.milli) / 10 ** value.decimals;
  if (!Number.isSafeInteger(milli) || milli === 0) return null;
  return { dimension: spelling.dimension, milli, words: `${value.words}\u00A0${spelling.symbol}` };
}

function readNumber(text: string): { digits: number; decimals: number; words: string } | null {
  const fraction = /^(\d)\/(\d)$/.exec(text);
  if (fraction !== null) return readFraction(fraction[1] ?? "", fraction[2] ?? "");
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(text)) return null;
  if (text.includes(" ") && !/^\d{1,3} 000$/.test(text)) return null;
  const plain = text.replace(" ", "").replace(",", ".");
  const [whole = "", decimals = ""] = plain.split(".");
  const kept = decimals.replace(/0+$/, "");
  const words = `${Number(whole)}${kept === "" ? "" : `,${kept}`}`;
  return { digits: Number(whole + decimals), decimals: decimals.length, words };
}

/** Halves and quarters are said so; any other pair of digits is a range. */
function readFraction(
  top: string,
  bottom: string,
): { digits: number; decimals: number; words: string } | null {
  const hundredths = new Map([
    ["1/2", 50],
    ["1/4", 25],
    ["3/4", 75],
  ]).get(`${top}/${bottom}`);
  return hundredths === undefined ? null : { digits: hundredths, decimals: 2, words: `${top}/${bottom}` };
}
