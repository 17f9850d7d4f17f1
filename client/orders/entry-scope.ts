import { createContext, useContext } from "react";
import type { Verdict } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Column } from "./columns.ts";
import type { EntryCommands } from "./entry-commands.ts";
import type { EntryContext } from "./entry-context.ts";
import type { EntryStore } from "./entry-store.ts";
import type { RowReading } from "./read-row.ts";
import type { Row } from "./row.ts";
import type { RunningTotals } from "./running-totals.ts";

/** What the grid, the cards and the panel of one order share. */
export interface EntryScopeValue {
  store: EntryStore;
  columns: readonly Column[];
  context: EntryContext;
  read: (row: Row) => RowReading;
  /** The verdict kept with the order while the line is as it was saved, else the live one. */
  verdictOf: (row: Row) => { verdict: Verdict; kept: boolean } | null;
  totals: RunningTotals;
  commands: EntryCommands;
  readOnly: boolean;
}

const EntryScope = createContext<EntryScopeValue | null>(null);

export const EntryScopeProvider = EntryScope.Provider;

export function useEntryScope(): EntryScopeValue {
  const scope = useContext(EntryScope);
  if (scope === null) throw new Error("useEntryScope is used outside of an order");
  return scope;
}

/** Id of a cell's element: the grid names its active cell by it. */
export function cellId(rowId: Id, column: string): string {
  return `cell-${rowId}-${column}`;
}
