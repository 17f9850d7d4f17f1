/** One imported file; its lines carry its id and are undone together. */
export interface ImportsTable {
  id: string;
  organisation_id: string;
  file_sha256: string;
  file_name: string;
  rows_read: number;
  rows_created: number;
  rows_refused: number;
  rows_duplicate: number;
  total_cents: number;
  /** JSON list of issues. */
  issues: string;
  /** Null: by the command line. */
  created_by: string | null;
  created_at: string;
  /** Null: in force. */
  undone_at: string | null;
}
