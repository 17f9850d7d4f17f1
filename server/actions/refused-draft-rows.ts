import type { ImportDraftRow } from "../../shared/import-drafts.ts";
import type { PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import type { FileIssue } from "../../shared/purchase-file/issues.ts";
import { MOST_REFUSED_TEXTS } from "../../shared/purchase-file/refused-row.ts";

/** The refused rows of a file that a person can correct, with their reasons. */
export function refusedDraftRows({
  refused,
  issues,
}: Pick<PurchaseFile, "refused" | "issues">): ImportDraftRow[] {
  const reasons = new Map<number, FileIssue[]>();
  for (const issue of issues)
    if (issue.row !== null) reasons.set(issue.row, [...(reasons.get(issue.row) ?? []), issue]);
  return refused
    .slice(0, MOST_REFUSED_TEXTS)
    .filter(({ texts }) => Object.keys(texts).length > 0)
    .map(({ row, texts, supplierId }) => ({ row, texts, supplierId, issues: reasons.get(row) ?? [] }));
}
