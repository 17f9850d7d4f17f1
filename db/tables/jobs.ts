/** Long work done in batches and resumed after a crash. */
export interface JobsTable {
  id: string;
  /** reclassify. */
  kind: string;
  /** JSON: which lines. */
  subject: string;
  /** Last line done, `canteen_id/id`; empty: none yet. */
  cursor: string;
  /** JSON: what moved so far. */
  outcome: string;
  created_at: string;
  finished_at: string | null;
  /** When a process last worked on it; null: planned by an older version. */
  seen_at: string | null;
}
