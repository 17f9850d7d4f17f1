import { useSyncExternalStore } from "react";
import type { Id } from "../../shared/ids.ts";
import type { EntryState, EntryStore } from "./entry-store.ts";
import type { Row } from "./row.ts";
import { blankRow, isBlankRow } from "./row.ts";
import type { Sheet } from "./sheet.ts";

/** What `select` takes out of the state; the component draws again only when that changes. */
export function useEntryState<Value>(store: EntryStore, select: (state: EntryState) => Value): Value {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** Every line: for what draws again with each of them. */
export function useSheet(store: EntryStore): Sheet {
  return useSyncExternalStore(store.subscribe, store.sheet);
}

const GONE = blankRow("");

/** One row; a blank one for the instant between its removal and the grid drawing again. */
export function useRow(store: EntryStore, id: Id): Row {
  return useEntryState(store, (state) => state.history.present.rows.get(id) ?? GONE);
}

/** The line the cursor is on, or, on an empty line, the one just entered above it. */
export function useExplainedRow(store: EntryStore): { row: Row; active: boolean } {
  const activeLine = useEntryState(store, ({ cursor }) => cursor.line);
  const row = useEntryState(store, ({ history, cursor }) => {
    const { ids, rows } = history.present;
    for (let line = cursor.line; line >= 0; line -= 1) {
      const found = rows.get(ids[line] ?? "");
      if (found !== undefined && !isBlankRow(found)) return found;
    }
    return GONE;
  });
  const id = useEntryState(store, ({ history }) => history.present.ids[activeLine]);
  return { row, active: row.id === id };
}
