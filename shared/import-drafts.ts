import type { IsoInstant } from "./facts.ts";
import type { Id } from "./ids.ts";
import { searchKey } from "./normalise.ts";
import { MAX_ORDER_LINES } from "./orders.ts";
import type { FileIssue } from "./purchase-file/issues.ts";
import type { RefusedTexts } from "./purchase-file/purchase-row.ts";

/** A refused row, to be corrected. */
export interface ImportDraftRow {
  /** As the spreadsheet numbers it. */
  row: number;
  texts: RefusedTexts;
  /** Chosen by the mapping; null: the supplier is found by name. */
  supplierId: Id | null;
  issues: FileIssue[];
}

/** Refused rows that make one order once corrected. */
export interface ImportDraft {
  /** Of the order that it becomes. */
  id: Id;
  /** As the file writes it; empty: nothing is written. */
  supplier: string;
  /** As the file writes it. */
  date: string;
  rows: ImportDraftRow[];
}

/** A draft about to be corrected. */
export interface OpenedImportDraft extends ImportDraft {
  fileName: string;
  /** Supplier of the catalogue that the file's name is; null: none. */
  known: { id: Id; name: string } | null;
}

/** A draft in a list. */
export interface ImportDraftSummary extends Omit<ImportDraft, "rows"> {
  rowCount: number;
  fileName: string;
  importedAt: IsoInstant;
}

/** The drafts of refused rows, in the order of the file: one a supplier and day, as an order is. */
export function draftsOfRefused(rows: readonly ImportDraftRow[], makeId: () => Id): ImportDraft[] {
  const drafts: ImportDraft[] = [];
  const open = new Map<string, ImportDraft>();
  for (const row of rows) {
    const { fournisseur: supplier = "", date = "" } = row.texts;
    const key = `${row.supplierId ?? searchKey(supplier)}/${date.trim()}`;
    let draft = open.get(key);
    if (draft === undefined || draft.rows.length === MAX_ORDER_LINES) {
      draft = { id: makeId(), supplier, date, rows: [] };
      open.set(key, draft);
      drafts.push(draft);
    }
    draft.rows.push(row);
  }
  return drafts;
}
