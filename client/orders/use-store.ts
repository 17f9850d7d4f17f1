import { useSyncExternalStore } from "react";
import type { Id } from "../../shared/ids.ts";
import type { EntryState, EntryStore } from "./entry-store.ts";
import type { Row } from "./row.ts";
import { blankRow } from "./row.ts";

/** What `select` takes out of the state; the component draws again only when that changes. */
export function useEntryState<Value>(store: EntryStore, select: (state: EntryState) => Value): Value {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

const GONE = blankRow("");

/** One row; a blank one for the instant between its removal and the grid drawing again. */
export function useRow(store: EntryStore, id: Id): Row {
  return useEntryState(store, (state) => state.history.present.rows.get(id) ?? GONE);
}

/** The line the cursor is on. */
export function useActiveRow(store: EntryStore): Row {
  return useEntryState(store, ({ history, cursor }) => {
    const id = history.present.ids[cursor.line];
    return (id === undefined ? undefined : history.present.rows.get(id)) ?? GONE;
  });
}
