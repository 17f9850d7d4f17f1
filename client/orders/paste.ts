import { searchKey } from "../../shared/normalise.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import { fieldNamed } from "../../shared/table-mapping/field-names.ts";
import type { TargetField } from "../../shared/table-mapping/targets.ts";
import type { GridField } from "./columns.ts";
import type { Field } from "./row.ts";

/** Where each column of a pasted block goes. */
export interface PastePlan {
  fields: (Field | null)[];
  table: string[][];
  /** The first line named the columns. */
  headed: boolean;
  /** Texts that no cell takes: a computed column, or beyond the last column. */
  lost: number;
}

export interface PasteTarget {
  /** Fields from the active cell to the right; null: computed. */
  fields: readonly (GridField | null)[];
  /** Field of a column title, for a block that brings its titles. */
  fieldOfTitle: (title: string) => Field | null;
}

/** How a block goes in: by its own titles when its first line has them, else from the active cell on. */
export function planPaste(table: string[][], { fields, fieldOfTitle }: PasteTarget): PastePlan {
  const titles = table[0] ?? [];
  const named = eachOnce(titles.map((title) => fieldOfTitle(searchKey(title)) ?? fieldOfHeader(title)));
  const headed = table.length > 1 && areTitles(titles, { named, fieldOfTitle });
  const target = headed ? named : titlesOf(table, fields);
  const body = headed ? table.slice(1) : table;
  const lost = body.reduce((sum, texts) => sum + countLost(texts, target), 0);
  return { fields: target, table: body, headed, lost };
}

const HEADERS: Readonly<Partial<Record<TargetField, Field>>> = {
  description: "article",
  quantite: "quantity",
  unite: "unit",
  prix_unitaire_ht: "price",
  prix_ht: "amount",
  taux_tva: "vat",
  famille_produits: "family",
  categories_egalim: "marks",
  origine: "origin",
};

/** What suppliers and other programs call the columns: « Désignation », « Qté », « PU HT ». */
function fieldOfHeader(title: string): Field | null {
  const found = fieldNamed(title);
  return found?.exact === true ? (HEADERS[found.field] ?? null) : null;
}

/** A second column of the same name has no cell of its own: it is counted as lost, never written over the first. */
function eachOnce(fields: readonly (Field | null)[]): (Field | null)[] {
  return fields.map((field, index) => (fields.indexOf(field) === index ? field : null));
}

/** Our own titles are titles; other words are when most of them name a column, and none is a number. */
function areTitles(
  titles: readonly string[],
  { named, fieldOfTitle }: { named: readonly (Field | null)[]; fieldOfTitle: PasteTarget["fieldOfTitle"] },
): boolean {
  const words = titles.filter((title) => title.trim() !== "");
  if (words.length > 0 && words.every((word) => fieldOfTitle(searchKey(word)) !== null)) return true;
  const known = named.filter((field) => field !== null).length;
  return known >= 2 && known * 2 >= words.length && !words.some((word) => parseScaled(word, 4).ok);
}

function titlesOf(table: string[][], fields: readonly (Field | null)[]): (Field | null)[] {
  const width = table.reduce((most, texts) => Math.max(most, texts.length), 0);
  return Array.from({ length: width }, (_, column) => fields[column] ?? null);
}

function countLost(texts: readonly string[], target: readonly (Field | null)[]): number {
  return texts.filter((text, column) => (target[column] ?? null) === null && text.trim() !== "").length;
}
