import { newId } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { PastedCell } from "./choose-article.ts";
import { withArticle, writeCells, writeText } from "./choose-article.ts";
import type { Column } from "./columns.ts";
import { columnOfField, fieldOf, fieldsOf } from "./columns.ts";
import type { EntryContext } from "./entry-context.ts";
import type { EntryStore, Selected } from "./entry-store.ts";
import type { GridEvent } from "./grid-events.ts";
import type { Cursor, Move } from "./move.ts";
import { moveCursor } from "./move.ts";
import type { PastePlan } from "./paste.ts";
import { planPaste } from "./paste.ts";
import type { RowReading } from "./read-row.ts";
import type { Field, Row } from "./row.ts";
import { FIELDS } from "./row.ts";
import { selectionOf } from "./selection.ts";
import type { Block } from "./sheet.ts";
import {
  appendRows,
  clearBlock,
  fillDown,
  filledRows,
  removeLines,
  replaceRows,
  rowAt,
  rowsOf,
  writeTable,
} from "./sheet.ts";
import type { Suggestion } from "./suggestions.ts";

/** Everything people do to the lines, by key, by mouse or by touch. */
export interface EntryCommands {
  /** Moves; false: the move leads out of the grid. */
  move: (move: Move, options?: { extend?: boolean }) => boolean;
  /** Opens the active cell; `text` null: with what it holds. */
  edit: (text: string | null) => void;
  /** Keeps what is being typed. */
  commit: () => void;
  cancel: () => void;
  /** Puts a suggestion in the active cell; says where an unfinished entry goes on. */
  choose: (suggestion: Suggestion) => void;
  write: (row: Row, field: Field, text: string) => void;
  replace: (row: Row) => void;
  clear: () => void;
  fillDown: () => void;
  removeLines: () => void;
  paste: (table: string[][]) => PastePlan;
  /** Adds whole lines after those that are there. */
  append: (rows: readonly Row[]) => void;
  undo: () => void;
  redo: () => void;
  /** Every line that says something, every column. */
  selectAll: () => void;
  nextError: (step: 1 | -1) => boolean;
}

export interface CommandSources {
  store: EntryStore;
  columns: readonly Column[];
  context: EntryContext;
  read: (row: Row) => RowReading;
  /** Search key of a column title to its field. */
  fieldOfTitle: (title: string) => Field | null;
  /** Hears what was done to several cells. */
  tell: (event: GridEvent) => void;
}

export function makeCommands(sources: CommandSources): EntryCommands {
  const { store, columns, context, read, tell } = sources;
  const extent = () => ({ columns, lines: store.sheet().ids.length });
  const block = () => selectionOf(store.get(), columns);
  const replace = (row: Row) => store.change((sheet) => replaceRows(sheet, [row], newId));
  const write = (row: Row, field: Field, text: string) => replace(writeText(row, { field, text }, context));

  function active(): { row: Row; field: ReturnType<typeof fieldOf> } | null {
    const { cursor } = store.get();
    const row = rowAt(store.sheet(), cursor.line);
    return row === undefined ? null : { row, field: fieldOf(cursor.column) };
  }

  /** One step that keeps the selection; false: nothing changed. */
  function changed(next: Parameters<EntryStore["change"]>[0]): boolean {
    const { cursor, anchor } = store.get();
    const before = store.sheet();
    store.change(next, { cursor, anchor });
    return store.sheet() !== before;
  }

  function commit(): void {
    const { editing } = store.get();
    const at = active();
    if (editing?.typed && at?.field != null) write(at.row, at.field, editing.text);
    if (editing !== null) store.edit(null);
  }

  return {
    commit,
    write,
    replace,
    cancel: () => store.edit(null),
    move: (move, options) => {
      const next = moveCursor(store.get().cursor, move, extent());
      if (next !== null) store.moveTo(next, options);
      return next !== null;
    },
    edit: (text) => {
      const at = active();
      if (at?.field != null) store.edit({ text: text ?? at.row.texts[at.field], typed: text !== null });
    },
    choose: (suggestion) => {
      const at = active();
      if (at?.field == null) return;
      replace(chosenRow(at.row, { field: at.field, suggestion }, context));
      store.edit(null);
    },
    clear: () => {
      const cells = sizeOf(block());
      if (changed((sheet) => clearBlock(sheet, block(), newId)) && cells > 1)
        tell({ kind: "cleared", cells });
    },
    fillDown: () => {
      const { fromLine, toLine, fields } = block();
      const cells = Math.max(1, toLine - fromLine) * fields.length;
      if (changed((sheet) => fillDown(sheet, block(), newId))) tell({ kind: "filled", cells });
    },
    removeLines: () => {
      const before = store.sheet();
      const lines = filledRows(before).length;
      store.change((sheet) => removeLines(sheet, block(), newId));
      const removed = lines - filledRows(store.sheet()).length;
      if (removed > 0) tell({ kind: "removed", lines: removed, before });
    },
    append: (rows) => {
      const before = store.sheet();
      const column = "quantity";
      const line = filledRows(before).length;
      store.change((sheet) => appendRows(sheet, rows, newId), { cursor: { line, column }, anchor: null });
      if (store.sheet() !== before) tell({ kind: "repeated", lines: rows.length, before });
    },
    undo: () =>
      tell(store.undo() ? { kind: "undone", line: store.get().cursor.line } : { kind: "nothingToUndo" }),
    redo: () =>
      tell(store.redo() ? { kind: "redone", line: store.get().cursor.line } : { kind: "nothingToRedo" }),
    selectAll: () => {
      const line = Math.max(0, filledRows(store.sheet()).length - 1);
      const [first, last] = [columns[0]?.key ?? "article", columns.at(-1)?.key ?? "article"];
      store.moveTo({ line: 0, column: first });
      store.moveTo({ line, column: last }, { extend: true });
    },
    paste: (table) => {
      const { line, fields } = pasteCorner(store.get().cursor, columns);
      const plan = planPaste(table, { fields, fieldOfTitle: sources.fieldOfTitle });
      const writer = {
        makeId: newId,
        write: (row: Row, cells: readonly PastedCell[]) => writeCells(row, cells, context),
      };
      const before = store.sheet();
      store.change(
        (sheet) => writeTable(sheet, { line, fields: plan.fields, table: plan.table }, writer),
        pastedBlock(store.get().cursor, plan, columns),
      );
      if (store.sheet() !== before) tell({ kind: "pasted", lines: plan.table.length, before });
      return plan;
    },
    nextError: (step) => {
      const next = errorAfter(store, read, step);
      if (next !== null) store.moveTo(next, { judged: true });
      return next !== null;
    },
  };
}

/** The row once the suggestion is taken. */
export function chosenRow(
  row: Row,
  { field, suggestion }: { field: Field; suggestion: Suggestion },
  context: EntryContext,
): Row {
  const { choice } = suggestion;
  if (choice.kind === "article") return withArticle(row, choice.offer, context);
  const written = writeText(row, { field, text: choice.text }, context);
  if (choice.kind === "text") return written;
  const communes = { ...written.communes, [searchKey(suggestion.label)]: choice.place.commune };
  return { ...written, communes };
}

function pasteCorner(cursor: Cursor, columns: readonly Column[]) {
  const at = columns.findIndex(({ key }) => key === cursor.column);
  return { line: cursor.line, fields: fieldsOf(columns.slice(Math.max(at, 0))) };
}

/** What was pasted, its first cell active: by its own titles it takes whole lines. */
function pastedBlock(
  cursor: Cursor,
  { table, headed, fields }: PastePlan,
  columns: readonly Column[],
): Selected {
  const at = columns.findIndex(({ key }) => key === cursor.column);
  const last = headed ? columns.at(-1) : columns[Math.min(at + fields.length, columns.length) - 1];
  const line = cursor.line + table.length - 1;
  const single = table.length === 1 && fields.length === 1;
  const first: Cursor = headed ? { ...cursor, column: columns[0]?.key ?? cursor.column } : cursor;
  return { cursor: first, anchor: single ? null : { line, column: last?.key ?? cursor.column } };
}

function sizeOf({ fromLine, toLine, fields }: Block): number {
  return (toLine - fromLine + 1) * fields.length;
}

/** The next cell in error from the cursor on, around the end; null: no error. */
function errorAfter(store: EntryStore, read: CommandSources["read"], step: 1 | -1): Cursor | null {
  const { cursor } = store.get();
  const cells = rowsOf(store.sheet()).flatMap((row, line) => {
    const { errors } = read(row);
    return FIELDS.filter((field) => errors[field] !== undefined).map(
      (field): Cursor => ({ line, column: columnOfField(field) ?? "article" }),
    );
  });
  const rank = ({ line, column }: Cursor) =>
    line * 100 + FIELDS.findIndex((field) => columnOfField(field) === column);
  const here = rank(cursor);
  const ahead =
    step === 1 ? cells.find((cell) => rank(cell) > here) : cells.findLast((cell) => rank(cell) < here);
  return ahead ?? (step === 1 ? cells[0] : cells.at(-1)) ?? null;
}
