export interface SessionsTable {
  /** SHA-256 (hex) of the cookie's 32 random bytes; the token itself is never stored. */
  token_hash: string;
  user_id: string;
  created_at: string;
  seen_at: string;
  /** Absolute end, 7 days after creation. */
  expires_at: string;
  /** A key of BROWSER_NAMES and one of SYSTEM_NAMES (shared/devices.ts); null: not said. No address is kept. */
  browser: string | null;
  system: string | null;
  /** PostgreSQL with a replica: place in its log after the last write; null: none to wait for. See db/replica.ts. */
  wrote_lsn: string | null;
}
