/** Refused rows of an import that make one order once corrected: same supplier, same day. */
export interface ImportDraftsTable {
  canteen_id: string;
  /** Id of the order that it becomes: while there is none, it is still to be corrected. */
  id: string;
  run_id: string;
  /** As the file writes it; empty: nothing is written. */
  supplier: string;
  /** As the file writes it. */
  date: string;
  /** JSON of the rows: what stands in each cell, and why they are refused. */
  rows: string;
  row_count: number;
  created_at: string;
  /** Not null: nobody wants to correct it. */
  thrown_at: string | null;
}
