import type { Column, GridField } from "./columns.ts";
import { fieldsOf } from "./columns.ts";
import type { EntryState } from "./entry-store.ts";
import type { Block } from "./sheet.ts";

/** First and last index of the selected columns. */
interface ColumnSpan {
  from: number;
  to: number;
}

/** The selected lines and fields; without a selection, the active cell. */
export function selectionOf(state: Pick<EntryState, "cursor" | "anchor">, columns: readonly Column[]): Block {
  const { cursor } = state;
  const anchor = state.anchor ?? cursor;
  const { from, to } = columnSpan(state, columns);
  return {
    fromLine: Math.min(cursor.line, anchor.line),
    toLine: Math.max(cursor.line, anchor.line),
    fields: fieldsOf(columns.slice(from, to + 1)).filter((field): field is GridField => field !== null),
  };
}

export function columnSpan(
  { cursor, anchor }: Pick<EntryState, "cursor" | "anchor">,
  columns: readonly Column[],
): ColumnSpan {
  const one = columns.findIndex(({ key }) => key === cursor.column);
  const other = columns.findIndex(({ key }) => key === (anchor ?? cursor).column);
  return { from: Math.min(one, other), to: Math.max(one, other) };
}
