import type { Sheet } from "./sheet.ts";

/** What a command did to several cells at once: said aloud, and where lines come or go, with a way back. */
export type GridEvent =
  | { kind: "filled"; cells: number }
  | { kind: "cleared"; cells: number }
  | { kind: "pasted"; lines: number; before: Sheet }
  | { kind: "removed"; lines: number; before: Sheet }
  | { kind: "repeated"; lines: number; before: Sheet }
  | { kind: "undone"; line: number }
  | { kind: "redone"; line: number }
  | { kind: "nothingToUndo" }
  | { kind: "nothingToRedo" };

/** First line that is not the same in both, or 0. */
export function firstDifference(before: Sheet, after: Sheet): number {
  const count = Math.max(before.ids.length, after.ids.length);
  for (let line = 0; line < count; line += 1) {
    const id = after.ids[line];
    if (id === undefined) return Math.max(0, after.ids.length - 1);
    if (before.ids[line] !== id || before.rows.get(id) !== after.rows.get(id)) return line;
  }
  return 0;
}
