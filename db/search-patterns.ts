import type { Expression, RawBuilder } from "kysely";
import { sql } from "kysely";
import { searchKey } from "../shared/normalise.ts";

/** What French writes over a letter; both cases, for SQLite's lower() knows ASCII alone. */
const WRITTEN: readonly (readonly [base: string, letters: string])[] = [
  ["a", "àâäÀÂÄ"],
  ["c", "çÇ"],
  ["e", "éèêëÉÈÊË"],
  ["i", "îïÎÏ"],
  ["o", "ôöÔÖ"],
  ["u", "ùûüÙÛÜ"],
  ["oe", "œŒ"],
  ["ae", "æÆ"],
];

/** One LIKE pattern for each word typed, for a column that holds a searchKey; none for an empty search. */
export function searchPatterns(text: string): string[] {
  return searchWords(text).map((word) => `%${word}%`);
}

/** A shorter word would be found in too many others without its last letter: « pois » in « poireau ». */
const SHORTEST_PLURAL = 5;

/** The words typed, as a searchKey has them, without the letter of their plural: « carottes » is found in « Carotte bio ». */
export function searchWords(text: string): string[] {
  return searchKey(text)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => (word.length < SHORTEST_PLURAL ? word : word.replace(/[sx]$/, "")));
}

/**
 * A text that is kept as it was typed, in lower case and without accents, to be compared with a searchKey. One without
 * accents, told by its bytes, is not read again for each letter that could have one.
 */
export function unaccented(text: Expression<unknown>): RawBuilder<string> {
  const lower = sql<string>`lower(${text})`;
  let folded = lower;
  for (const [base, letters] of WRITTEN)
    for (const letter of letters) folded = sql<string>`replace(${folded}, ${letter}, ${base})`;
  return sql<string>`case when length(${text}) = octet_length(${text}) then ${lower} else ${folded} end`;
}
