/** A public page of a year's figures, found by the hash of its address's token. */
export interface SharesLinksTable {
  id: string;
  organisation_id: string;
  /** Null: of the organisation's canteens together. */
  canteen_id: string | null;
  label: string;
  year: number;
  /** SHA-256 (hex) of the token. */
  token_hash: string;
  /** Last day it answers. */
  expires_on: string;
  indexed: number;
  /** JSON list of origins. */
  embed_sites: string;
  created_at: string;
  created_by: string | null;
  revoked_at: string | null;
  revoked_by: string | null;
}
