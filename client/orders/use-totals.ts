import { useMemo } from "react";
import type { Id } from "../../shared/ids.ts";
import { useAfterPaint } from "../ui/use-after-paint.ts";
import type { EntryScopeValue } from "./entry-scope.ts";
import { withoutMissing } from "./read-row.ts";
import { filledRows } from "./sheet.ts";
import type { OrderTotals } from "./totals.ts";
import { amountOf, totalsOf } from "./totals.ts";
import { useEntryState, useSheet } from "./use-store.ts";

/** The sums of the order on screen: those of a long order wait for the keys that are being typed. */
export function useTotals(scope: EntryScopeValue, canteenId: Id): OrderTotals {
  const settled = useAfterPaint(useSheet(scope.store));
  const fresh = useAfterPaint(useEntryState(scope.store, (state) => state.fresh));
  return useMemo(() => {
    const readings = filledRows(settled).map((row) => ({
      ...(row.id === fresh ? withoutMissing(scope.read(row)) : scope.read(row)),
      verdict: scope.verdictOf(row)?.verdict ?? null,
    }));
    return totalsOf(readings, scope.context, canteenId);
  }, [settled, fresh, scope, canteenId]);
}

/** HT, cents: the sum alone, in step with the others. */
export function useAmount({ store, read }: EntryScopeValue): number {
  const settled = useAfterPaint(useSheet(store));
  return useMemo(() => amountOf(filledRows(settled).map(read)), [settled, read]);
}
