import { UNIT_PATTERN } from "./measures.ts";
import { COUNTED_OTHERWISE, GRADES, INNER_WORDS, OUTER_WORDS } from "./packagings.ts";

/** A number of things that no measure goes with: « colis de 5 », « plaque 30 œufs ». */
export interface LooseCount {
  count: number;
  start: number;
  end: number;
}

const OUTER = Object.values(OUTER_WORDS).join("|");
const LOOSE = new RegExp(
  `(?<![\\d.,/a-z-])(?<!(?<![a-z])(?:${GRADES}) ?)(?:(?:${OUTER}|${INNER_WORDS}) (?:de |d')?|x ?|par )(\\d{1,3})(?![\\d/]|[.,]\\d| ?(?:x ?\\d|%|°|${UNIT_PATTERN}|(?:${COUNTED_OTHERWISE})))` +
    `|(?<![\\d.,/a-z-])(?<!(?<![a-z])(?:${GRADES}) ?)(\\d{1,3}) (?=[a-zœ]{3,})(?!(?:${COUNTED_OTHERWISE}|pour|de|x|${UNIT_PATTERN}))`,
  "g",
);

/** Every count of a folded text from 2 up, outside the places already taken. */
export function findLooseCounts(
  folded: string,
  taken: readonly { start: number; end: number }[],
): LooseCount[] {
  const found: LooseCount[] = [];
  for (const match of folded.matchAll(LOOSE)) {
    const count = Number(match[1] ?? match[2]);
    const [start, end] = [match.index, match.index + match[0].trimEnd().length];
    if (count < 2 || taken.some((place) => start < place.end && end > place.start)) continue;
    found.push({ count, start, end });
  }
  return found;
}
