import { useMemo } from "react";
import { useAfterPaint } from "../ui/use-after-paint.ts";
import { useEntryScope } from "./entry-scope.ts";
import type { OrderTotals } from "./totals.ts";
import { useEntryState, useSheet } from "./use-store.ts";

/** The sums of the order on screen, once the key that changes them is seen. */
export function useTotals(): OrderTotals {
  const { store, totals } = useEntryScope();
  const sheet = useAfterPaint(useSheet(store));
  const fresh = useAfterPaint(useEntryState(store, (state) => state.fresh));
  return useMemo(() => totals(sheet, fresh), [totals, sheet, fresh]);
}
