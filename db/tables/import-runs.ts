/** One import being written, or how it ended. Its id is the import's. */
export interface ImportRunsTable {
  canteen_id: string;
  id: string;
  /** SHA-256 of the file, hex. */
  file_id: string;
  file_name: string;
  /** RUNNING, DONE, CANCELLED, FAILED. RUNNING without anybody at work: it was interrupted and wrote nothing. */
  state: string;
  /** JSON of the progress last noted. */
  progress: string;
  /** JSON of the report; null until it is done. */
  report: string | null;
  created_by: string | null;
  created_at: string;
  /** Last sign of life of whoever writes it. */
  updated_at: string;
  /** Somebody has seen how it ended; null: it is still to be told. */
  seen_at: string | null;
}
