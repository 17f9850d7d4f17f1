import { searchKey } from "../../shared/normalise.ts";
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
  const named = titles.map((title) => (title.trim() === "" ? null : fieldOfTitle(searchKey(title))));
  const headed =
    table.length > 1 &&
    named.some((field) => field !== null) &&
    titles.every((title, index) => title.trim() === "" || named[index] !== null);
  const target = headed ? named : titlesOf(table, fields);
  const body = headed ? table.slice(1) : table;
  const lost = body.reduce((sum, texts) => sum + countLost(texts, target), 0);
  return { fields: target, table: body, headed, lost };
}

function titlesOf(table: string[][], fields: readonly (Field | null)[]): (Field | null)[] {
  const width = table.reduce((most, texts) => Math.max(most, texts.length), 0);
  return Array.from({ length: width }, (_, column) => fields[column] ?? null);
}

function countLost(texts: readonly string[], target: readonly (Field | null)[]): number {
  return texts.filter((text, column) => text.trim() !== "" && (target[column] ?? null) === null).length;
}
