export interface TwoStepsTable {
  user_id: string;
  /** Shared with the person's application, base32: sealed where SECRET_KEY is set (`v1.…`), else as it is. */
  secret: string;
  /** Null: offered, not proven yet; sign-in does not ask for it. */
  confirmed_at: string | null;
  /** The last 30-second step whose code was taken: neither it nor an earlier one opens again. */
  last_step: number;
  /** base64url; empty until recovery codes exist. */
  recovery_salt: string;
  created_at: string;
}

/** A code that still opens once. */
export interface RecoveryCodesTable {
  user_id: string;
  /** argon2id under the person's salt, hex. */
  code_hash: string;
}
