/** Lines a canteen asks several suppliers to price. */
export interface QuoteRequestsTable {
  canteen_id: string;
  id: string;
  title: string;
  asked_on: string;
  /** JSON of QuoteContent (shared/quotes.ts). */
  content: string;
  /** Raised at each save; a save from an older version is a conflict. */
  version: number;
  created_by: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}
