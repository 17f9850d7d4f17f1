import type { ImportsTable } from "../../db/tables/imports.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportReport, ImportWarning } from "../../shared/imports.ts";
import type { PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import { deliveriesOf } from "./import-deliveries.ts";
import type { ImportPlan } from "./import-plan.ts";
import { correctionsBeside } from "./remember-families.ts";

/** What following the plan does; with `importId` null, what it would do. */
export function reportOf(
  { file, allOrNothing }: { file: PurchaseFile; allOrNothing: boolean },
  plan: ImportPlan,
  { importId, warnings }: { importId: Id | null; warnings: ImportWarning[] },
): ImportReport {
  const report = nothingWritten(file);
  report.duplicates = plan.canteens.reduce((sum, canteen) => sum + canteen.duplicates.length, 0);
  report.repeated = plan.canteens.reduce((sum, canteen) => sum + canteen.repeats.length, 0);
  if (allOrNothing && file.issueCount > 0) return report;
  const rows = plan.canteens.flatMap((canteen) => canteen.rows);
  return {
    ...report,
    importId,
    created: rows.length,
    totalCents: rows.reduce((sum, row) => sum + row.amountHtCents, 0),
    orders: countOrders(plan),
    suppliersCreated: [...plan.suppliers.values()].filter((supplier) => supplier.isNew).length,
    canteensCreated: plan.canteens.filter((canteen) => canteen.isNew).length,
    corrections: correctionsBeside(report.corrections, warnings),
    warnings,
  };
}

/** A delivery of more lines than an order may have counts once. */
function countOrders({ canteens, suppliers }: ImportPlan): number {
  const firsts = canteens.map((canteen) => deliveriesOf(canteen, suppliers).filter(({ isRest }) => !isRest));
  return firsts.reduce((sum, { length }) => sum + length, 0);
}

/** The same bytes are in force already: every row is refused with the file. */
export function emptyReport(file: PurchaseFile, earlier: ImportsTable): ImportReport {
  return {
    ...nothingWritten(file),
    earlier: { id: earlier.id, importedAt: earlier.created_at },
    refused: file.read,
  };
}

/** What the import did when it was first sent. */
export function reportOfStored(file: PurchaseFile, stored: ImportsTable): ImportReport {
  return {
    ...nothingWritten(file),
    importId: stored.id,
    read: stored.rows_read,
    created: stored.rows_created,
    refused: stored.rows_refused,
    duplicates: stored.rows_duplicate,
    totalCents: stored.total_cents,
  };
}

function nothingWritten(file: PurchaseFile): ImportReport {
  return {
    importId: null,
    earlier: null,
    read: file.read,
    created: 0,
    refused: file.refused.length,
    duplicates: 0,
    repeated: 0,
    skipped: file.skippedCount,
    totalCents: 0,
    orders: 0,
    suppliersCreated: 0,
    canteensCreated: 0,
    issues: file.issues,
    issueCount: file.issueCount,
    corrections: file.corrections,
    warnings: [],
  };
}
