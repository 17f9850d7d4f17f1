import type { Id } from "../../shared/ids.ts";
import { firstDifference } from "./grid-events.ts";
import type { History } from "./history.ts";
import { record, redo, startHistory, undo } from "./history.ts";
import type { Cursor } from "./move.ts";
import { isBlankRow } from "./row.ts";
import type { Sheet } from "./sheet.ts";

/** What is being typed in the active cell; `typed`: the person changed it since it opened. */
export interface Editing {
  text: string;
  typed: boolean;
}

export interface EntryState {
  history: History<Sheet>;
  cursor: Cursor;
  /** Other corner of the selection; null: the active cell alone. */
  anchor: Cursor | null;
  editing: Editing | null;
  /** Line that was empty when the cursor came on it: what it still lacks is no error yet. */
  fresh: Id | null;
}

/** What stays selected after a change. */
export interface Selected {
  cursor: Cursor;
  anchor: Cursor | null;
}

/** The lines of one order outside of React: a cell redraws alone. */
export interface EntryStore {
  get: () => EntryState;
  subscribe: (listener: () => void) => () => void;
  sheet: () => Sheet;
  /** One undoable step. */
  change: (next: (sheet: Sheet) => Sheet, selected?: Selected) => void;
  /** One step back, on its first line; false: there is none. */
  undo: () => boolean;
  redo: () => boolean;
  /** `judged`: what the line lacks is an error from now on, were it still being entered. */
  moveTo: (cursor: Cursor, options?: { extend?: boolean; judged?: boolean }) => void;
  edit: (editing: Editing | null) => void;
  /** Another order: history starts again. */
  load: (sheet: Sheet) => void;
}

const START: Cursor = { line: 0, column: "article" };

export function createEntryStore(initial: Sheet): EntryStore {
  const listeners = new Set<() => void>();
  let state: EntryState = fresh(initial);

  function set(next: Partial<EntryState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function setHistory(history: History<Sheet>, selected: Partial<Selected> = {}): boolean {
    if (history.present === state.history.present) return false;
    const cursor = within(selected.cursor ?? state.cursor, history.present);
    const anchor = selected.anchor == null ? null : within(selected.anchor, history.present);
    set({ history, cursor, anchor, fresh: freshLine(state, history.present, cursor) });
    return true;
  }

  /** The cursor goes to what changed: it may be far from where it is. */
  function walk(history: History<Sheet>): boolean {
    const line = firstDifference(state.history.present, history.present);
    return setHistory(history, { cursor: { ...state.cursor, line } });
  }

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sheet: () => state.history.present,
    change: (next, selected) => {
      setHistory(record(state.history, next(state.history.present)), selected);
    },
    undo: () => walk(undo(state.history)),
    redo: () => walk(redo(state.history)),
    moveTo: (cursor, options) =>
      set({
        cursor: within(cursor, state.history.present),
        anchor: options?.extend === true ? (state.anchor ?? state.cursor) : null,
        editing: null,
        fresh: options?.judged === true || cursor.line !== state.cursor.line ? null : state.fresh,
      }),
    edit: (editing) => set({ editing, anchor: null }),
    load: (sheet) => set(fresh(sheet)),
  };
}

/** Line of a row in the sheet, or -1. */
export function lineOf(sheet: Sheet, id: Id): number {
  return sheet.ids.indexOf(id);
}

function fresh(sheet: Sheet): EntryState {
  return { history: startHistory(sheet), cursor: START, anchor: null, editing: null, fresh: null };
}

/** The open line the cursor is on starts to be entered; nothing else does. */
function freshLine(
  { history, cursor: before, fresh: held }: EntryState,
  sheet: Sheet,
  cursor: Cursor,
): Id | null {
  const id = sheet.ids[cursor.line];
  const row = sheet.rows.get(id ?? "");
  if (id === undefined || row === undefined || isBlankRow(row) || cursor.line !== before.line) return null;
  const was = history.present.rows.get(id);
  const added = sheet.ids.length - history.present.ids.length;
  return held === id || (was !== undefined && isBlankRow(was) && added <= 1) ? id : null;
}

function within(cursor: Cursor, sheet: Sheet): Cursor {
  const last = Math.max(sheet.ids.length - 1, 0);
  return cursor.line > last ? { ...cursor, line: last } : cursor;
}
