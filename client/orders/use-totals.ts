import { useDeferredValue, useMemo } from "react";
import type { Id } from "../../shared/ids.ts";
import { withoutMissing } from "./read-row.ts";
import { filledRows } from "./sheet.ts";
import type { OrderTotals } from "./totals.ts";
import { totalsOf } from "./totals.ts";
import type { OrderEditorState } from "./use-order-editor.ts";
import { useEntryState } from "./use-store.ts";

/** The sums of the order on screen: those of a long order wait for the keys that are being typed. */
export function useTotals({ sheet, store, scope }: OrderEditorState, canteenId: Id): OrderTotals {
  const settled = useDeferredValue(sheet);
  const fresh = useDeferredValue(useEntryState(store, (state) => state.fresh));
  return useMemo(() => {
    const readings = filledRows(settled).map((row) => ({
      ...(row.id === fresh ? withoutMissing(scope.read(row)) : scope.read(row)),
      verdict: scope.verdictOf(row)?.verdict ?? null,
    }));
    return totalsOf(readings, scope.context, canteenId);
  }, [settled, fresh, scope, canteenId]);
}
