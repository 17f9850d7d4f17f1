import { newId } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import { withArticle, writeText } from "./choose-article.ts";
import type { Column } from "./columns.ts";
import { columnOfField, fieldOf, fieldsOf } from "./columns.ts";
import type { EntryContext } from "./entry-context.ts";
import type { EntryStore } from "./entry-store.ts";
import type { Cursor, Move } from "./move.ts";
import { moveCursor } from "./move.ts";
import type { PastePlan } from "./paste.ts";
import { planPaste } from "./paste.ts";
import type { RowReading } from "./read-row.ts";
import type { Field, Row } from "./row.ts";
import { FIELDS } from "./row.ts";
import { selectionOf } from "./selection.ts";
import { clearBlock, fillDown, removeLines, replaceRows, rowAt, rowsOf, writeTable } from "./sheet.ts";
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
  nextError: (step: 1 | -1) => boolean;
}

export interface CommandSources {
  store: EntryStore;
  columns: readonly Column[];
  context: EntryContext;
  read: (row: Row) => RowReading;
  /** Search key of a column title to its field. */
  fieldOfTitle: (title: string) => Field | null;
}

export function makeCommands(sources: CommandSources): EntryCommands {
  const { store, columns, context, read } = sources;
  const extent = () => ({ columns, lines: store.sheet().ids.length });
  const block = () => selectionOf(store.get(), columns);
  const replace = (row: Row) => store.change((sheet) => replaceRows(sheet, [row], newId));
  const write = (row: Row, field: Field, text: string) => replace(writeText(row, { field, text }, context));

  function active(): { row: Row; field: ReturnType<typeof fieldOf> } | null {
    const { cursor } = store.get();
    const row = rowAt(store.sheet(), cursor.line);
    return row === undefined ? null : { row, field: fieldOf(cursor.column) };
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
    clear: () => store.change((sheet) => clearBlock(sheet, block(), newId)),
    fillDown: () => store.change((sheet) => fillDown(sheet, block(), newId)),
    removeLines: () => store.change((sheet) => removeLines(sheet, block(), newId)),
    paste: (table) => {
      const { line, fields } = pasteCorner(store.get().cursor, columns);
      const plan = planPaste(table, { fields, fieldOfTitle: sources.fieldOfTitle });
      const writer = {
        makeId: newId,
        write: (row: Row, field: Field, text: string) => writeText(row, { field, text }, context),
      };
      store.change((sheet) => writeTable(sheet, { line, fields: plan.fields, table: plan.table }, writer));
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
