/** Evidence, stored once per distinct content and canteen; lines point to it. */
export interface VerdictsTable {
  canteen_id: string;
  /** SHA-256 of the content, hex, first 32 digits. */
  id: string;
  /** JSON of the Verdict of shared/facts.ts. */
  content: string;
  organic_status: string;
  quality_status: string;
  short_status: string;
  local_status: string;
}
