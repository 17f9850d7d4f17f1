import type { Category } from "../categories.ts";
import type { Origin } from "../facts.ts";
import type { Family } from "../families.ts";
import { searchKey } from "../normalise.ts";
import type { CorrectionCode, FileIssueCode } from "./issues.ts";
import type { Notes, Where } from "./notes.ts";
import type { Characteristic, Words } from "./words.ts";
import {
  BOOLEAN_WORDS,
  CATEGORY_WORDS,
  CHARACTERISTIC_WORDS,
  FAMILY_WORDS,
  nearestCode,
  ORIGIN_WORDS,
  PLATFORM_BOOLEANS,
} from "./words.ts";

interface CodedCell<Code extends string> {
  words: Words<Code>;
  correction: CorrectionCode;
  refusal: FileIssueCode;
}

const FAMILY: CodedCell<Family> = {
  words: FAMILY_WORDS,
  correction: "FAMILY_WORD",
  refusal: "FAMILY_UNKNOWN",
};
const ORIGIN: CodedCell<Origin> = {
  words: ORIGIN_WORDS,
  correction: "ORIGIN_WORD",
  refusal: "ORIGIN_UNKNOWN",
};
const CATEGORY: CodedCell<Category> = {
  words: CATEGORY_WORDS,
  correction: "CATEGORY_WORD",
  refusal: "CATEGORY_UNKNOWN",
};
const CHARACTERISTIC: CodedCell<Characteristic> = {
  words: CHARACTERISTIC_WORDS,
  correction: "CATEGORY_WORD",
  refusal: "CATEGORY_UNKNOWN",
};

/** The family of a cell, by its code or its French label; null when refused with FAMILY_UNKNOWN. */
export function readFamily(cell: string, where: Where, notes: Notes): Family | null {
  return readCode(cell, where, { notes, kind: FAMILY });
}

/** The origin of a cell; null when empty or refused with ORIGIN_UNKNOWN or ORIGIN_BOTH. */
export function readOrigin(cell: string, where: Where, notes: Notes): Origin | null {
  if (cell === "") return null;
  const both = new Set(itemsOf(cell, ORIGIN_WORDS).map((item) => ORIGIN_WORDS.get(searchKey(item))));
  if (both.has("FRANCE") && both.has("EUROPE")) {
    notes.refuse(where, cell, { code: "ORIGIN_BOTH" });
    return null;
  }
  return readCode(cell, where, { notes, kind: ORIGIN });
}

/** The categories of a cell, each once; those that are not understood are refused with CATEGORY_UNKNOWN. */
export function readCategories(cell: string, where: Where, notes: Notes): Category[] {
  return readList(cell, where, { notes, kind: CATEGORY });
}

/** Categories, origins and marks of a cell of the older file or of the tracking workbook, each once. */
export function readCharacteristics(cell: string, where: Where, notes: Notes): Characteristic[] {
  return readList(cell, where, { notes, kind: CHARACTERISTIC });
}

/** Yes or no; empty is no. Null when refused with BOOLEAN_UNKNOWN. */
export function readBoolean(cell: string, where: Where, notes: Notes): boolean | null {
  const value = BOOLEAN_WORDS.get(searchKey(cell));
  if (value === undefined || (cell !== "" && searchKey(cell) === "")) {
    notes.refuse(where, cell, { code: "BOOLEAN_UNKNOWN" });
    notes.wonder(where, cell, null);
    return null;
  }
  if (!PLATFORM_BOOLEANS.includes(cell))
    notes.correct(where, cell, { code: "BOOLEAN_WORD", result: value ? "OUI" : "NON" });
  return value;
}

function readList<Code extends string>(
  cell: string,
  where: Where,
  { notes, kind }: { notes: Notes; kind: CodedCell<Code> },
): Code[] {
  if (cell === "") return [];
  const codes = new Set<Code>();
  const items = notes.mode === "strict" ? cell.split(",") : itemsOf(cell, kind.words);
  for (const item of items) {
    if (item.trim() === "") continue;
    const code = readCode(item, where, { notes, kind });
    if (code !== null) codes.add(code);
  }
  return [...codes];
}

/** Items of a comma list; other separators only where what they cut is not a word by itself (« AOC/AOP »). */
function itemsOf<Code extends string>(cell: string, words: Words<Code>): string[] {
  return cell
    .split(",")
    .flatMap((part) => (words.has(searchKey(part)) ? [part] : part.split(/[;|\n]|\s[+&]\s|\set\s/)))
    .flatMap((part) => (words.has(searchKey(part)) ? [part] : part.split("/")))
    .map((part) => part.trim());
}

function readCode<Code extends string>(
  item: string,
  where: Where,
  { notes, kind }: { notes: Notes; kind: CodedCell<Code> },
): Code | null {
  const code = kind.words.get(searchKey(item));
  if (code === undefined) {
    const suggestion = nearestCode(kind.words, item);
    notes.refuse(where, item, { code: kind.refusal, suggestion });
    notes.wonder(where, item.trim(), suggestion);
    return null;
  }
  if (item.trim() !== code) notes.correct(where, item, { code: kind.correction, result: code });
  return code;
}
