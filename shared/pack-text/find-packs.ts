import type { Dimension } from "./measures.ts";
import { NUMBER_PATTERN, readMeasure, UNIT_PATTERN } from "./measures.ts";
import { GRADES, INNER_WORDS, TIN_MILLILITRES } from "./packagings.ts";

/** A weight or volume found in a folded text, with what multiplies it. */
export interface FoundPack {
  dimension: Dimension;
  /** Thousandths of a gram or millilitre of the whole: the counts times the measure. */
  milli: number;
  /** The same for one of what is counted; equal to `milli` when nothing is. */
  innerMilli: number;
  /** What is counted: « sacs » in « 4 sacs de 2,5 kg »; null: it has no name. */
  innerWord: string | null;
  /** From the outermost: [2, 6] in « 2 x 6 x 1 kg »; empty: the measure alone. */
  counts: readonly number[];
  /** As it is written in words: « 1,5 L », « boîte 4/4 ». */
  words: string;
  approximate: boolean;
  /** Place in the text, the end not included. */
  start: number;
  end: number;
  quality: "plain" | "net" | "drained" | "gross";
}

/** A place where a weight or volume stands but may be read in two ways. */
export interface Unclear {
  start: number;
  end: number;
  why: "number" | "range";
}

const COUNT = "\\d{1,3}";
/** Not in the middle of a number or of a word; an x may stand before: « 2x6x1 kg ». */
const FREE = "(?<![\\d/.,a-wyz])";
const LEFT = new RegExp(
  `(?:${FREE}(${COUNT}) ?x ?)?${FREE}(?<!(?<![a-z])(?:${GRADES}) ?)(${COUNT})` +
    `(?: ?x ?| (${INNER_WORDS})(?: [a-z']{3,})??(?: de | d'| :? ?)?)(?:de |d')?$`,
);
const RIGHT = new RegExp(
  `^[ ,(-]{0,3}(?:x ?|par |(?:lot|colis|carton|caisse|pack|plateau) (?:de |d')|les )(${COUNT})(?![\\d.,/]| ?(?:x ?\\d|${UNIT_PATTERN}))`,
);
const APPROXIMATE = /(?:~|≈|±|env(?:\.|iron)?|approx\.?|\bca\.?) ?$/;
const MEASURE = new RegExp(`${FREE}(${NUMBER_PATTERN}) ?(${UNIT_PATTERN})`, "g");
const RANGE = new RegExp(
  `(?<![\\d.,])${NUMBER_PATTERN} ?(?:${UNIT_PATTERN})? ?(?:/|-|–| a | et ) ?${NUMBER_PATTERN} ?${UNIT_PATTERN}`,
  "g",
);
const TIN =
  /(?<![\d/.,])(5\/1|4\/4|3\/1|2\/1|(?<=(?:boites?|bte?s?) )1\/[24])(?![\d/]| ?(?:kg|g|l|cl|ml)\b)/g;

/** Every weight and volume of a folded text, and every place that may be read in two ways. */
export function findPacks(folded: string): { packs: FoundPack[]; unclear: Unclear[] } {
  const unclear: Unclear[] = [...folded.matchAll(RANGE)]
    .filter(([text]) => !/^\d\/\d ?[a-z]/.test(text) || readable(text) === null)
    .map((match) => ({ start: match.index, end: match.index + match[0].length, why: "range" }));
  const packs: FoundPack[] = [];
  for (const match of folded.matchAll(MEASURE)) {
    const [text, number = "", unit = ""] = match;
    const [start, end] = [match.index, match.index + text.length];
    if (unclear.some((range) => start < range.end && end > range.start)) continue;
    if (isPerMeasure(folded, start)) continue;
    const measure = readMeasure(number, unit);
    if (measure === null) unclear.push({ start, end, why: "number" });
    else packs.push(multiplied(folded, { start, end }, measure));
  }
  for (const match of folded.matchAll(TIN)) {
    const [size] = match;
    const place = { start: match.index, end: match.index + size.length };
    if (packs.some((pack) => place.start < pack.end && place.end > pack.start)) continue;
    const milli = (TIN_MILLILITRES[size] ?? 0) * 1000;
    packs.push(multiplied(folded, place, { dimension: "volume", milli, words: `boîte ${size}` }));
  }
  return { packs, unclear };
}

/** The measure of « 1/2 kg », which a range is not; null: the pair of digits is a range. */
function readable(text: string) {
  const [, number = "", unit = ""] = /^(\d\/\d) ?([a-z]+)$/.exec(text) ?? [];
  return readMeasure(number, unit);
}

/** « 12 €/100 g », « pour 100 g »: what a price or a table of nutrition is for, not a pack. */
function isPerMeasure(folded: string, start: number): boolean {
  return /(?:\/ ?|\bpour |\bles (?=100)|€ ?(?:le |les )?)$/.test(folded.slice(Math.max(0, start - 8), start));
}

function multiplied(
  folded: string,
  place: { start: number; end: number },
  measure: { dimension: Dimension; milli: number; words: string },
): FoundPack {
  const before = folded.slice(0, place.start);
  const near = APPROXIMATE.exec(before);
  const left = LEFT.exec(near === null ? before : before.slice(0, near.index));
  const right = RIGHT.exec(folded.slice(place.end));
  const counts = [left?.[1], left?.[2], right?.[1]].flatMap((text) =>
    text === undefined ? [] : Number(text),
  );
  const start = left?.index ?? near?.index ?? place.start;
  return {
    dimension: measure.dimension,
    milli: counts.reduce((product, count) => product * count, measure.milli),
    innerMilli: measure.milli,
    innerWord: left?.[3] ?? null,
    counts,
    words: measure.words,
    approximate: near !== null || /^ ?(?:env\b|environ|approx)/.test(folded.slice(place.end)),
    start,
    end: place.end + (right?.[0].length ?? 0),
    quality: qualityOf(folded, { start, end: place.end }),
  };
}

function qualityOf(folded: string, { start, end }: { start: number; end: number }): FoundPack["quality"] {
  const around = `${folded.slice(Math.max(0, start - 16), start)}|${folded.slice(end, end + 10)}`;
  if (/\bbrute?s?\b/.test(around)) return "gross";
  if (/egoutte/.test(around)) return "drained";
  return /\bnets?\b/.test(around) ? "net" : "plain";
}
