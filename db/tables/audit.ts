/** Append-only, hash-chained per stream. No personal data but the user's id. */
export interface AuditTable {
  /** Canteen id, or `organisation`. */
  stream: string;
  /** 1, 2, 3... in the stream. */
  seq: number;
  at: string;
  /** Null: the command line or a job. */
  user_id: string | null;
  noun: string;
  noun_id: string;
  /** created, updated, deleted, restored, ... */
  action: string;
  /** JSON; null: did not exist. */
  before: string | null;
  /** JSON; null: no longer exists. */
  after: string | null;
  /** Hash of the previous row of the stream; empty for the first. */
  previous_hash: string;
  /** SHA-256 of all the above. */
  hash: string;
}
