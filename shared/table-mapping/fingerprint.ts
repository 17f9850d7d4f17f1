import { searchKey } from "../normalise.ts";
import type { ColumnKind } from "./inspection.ts";

/** Columns that the file of refused rows adds: mended, it is of the same source again. */
const ADDED: ReadonlySet<string> = new Set(["ligne", "erreurs", "row", "errors"]);

/**
 * What tells a source of files from another: the names of its columns in their order, without case and accents, or,
 * without a header, what its columns hold. The same source gives the same text month after month.
 */
export function fingerprintOf(header: readonly string[] | null, kinds: readonly ColumnKind[]): string {
  if (header === null) return `- ${kinds.join("|")}`;
  const names = header.map(searchKey);
  while (names.length > 0 && (names.at(-1) === "" || ADDED.has(names.at(-1) ?? ""))) names.pop();
  return names.join("|");
}
