/** Calls counted for all processes at once. Its rows are worth nothing after a crash: PostgreSQL does not log them. */
export interface RateLimitsTable {
  /** SHA-256 (hex) of the limit and of whom it counts: no address and no account can be read from it. */
  key: string;
  points: number;
  /** When the count starts again. */
  ends_at: string;
}
