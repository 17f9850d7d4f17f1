import { searchKey } from "../normalise.ts";

/** Names that differ by case, accents or punctuation are one supplier. A name without a letter is itself. */
export function supplierKey(name: string): string {
  return searchKey(name) || name.trim();
}

/** Key under which a text of a file is looked up in what a mapping says of it; the empty text is itself. */
export function wordKey(text: string): string {
  return searchKey(text) || text.trim();
}
