import { searchKey } from "../shared/normalise.ts";

/** One LIKE pattern for each word typed, for a column that holds a searchKey; none for an empty search. */
export function searchPatterns(text: string): string[] {
  return searchKey(text)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => `%${word}%`);
}
