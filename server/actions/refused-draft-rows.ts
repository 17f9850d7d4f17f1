import type { ImportDraftRow, RefusedTexts } from "../../shared/import-drafts.ts";
import { MOST_DRAFT_ROWS } from "../../shared/import-drafts.ts";
import { columnNamed } from "../../shared/purchase-file/columns.ts";
import type { PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import type { FileIssue } from "../../shared/purchase-file/issues.ts";

/** The refused rows of a file as texts by field, with their reasons. */
export function refusedDraftRows({
  header,
  refused,
  issues,
}: Pick<PurchaseFile, "header" | "refused" | "issues">): ImportDraftRow[] {
  const fields = header.map(columnNamed);
  const reasons = new Map<number, FileIssue[]>();
  for (const issue of issues)
    if (issue.row !== null) reasons.set(issue.row, [...(reasons.get(issue.row) ?? []), issue]);
  return refused.slice(0, MOST_DRAFT_ROWS).map(({ row, cells }) => {
    const texts: RefusedTexts = {};
    for (const [index, field] of fields.entries()) {
      const text = cells[index] ?? "";
      if (field !== null && text !== "") texts[field] = text;
    }
    return { row, texts, issues: reasons.get(row) ?? [] };
  });
}
