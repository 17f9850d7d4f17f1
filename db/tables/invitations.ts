/** A link by which a person chooses their password; gone once it has been used. */
export interface InvitationsTable {
  /** One a person: a new link ends the one before. */
  user_id: string;
  /** SHA-256 (hex) of the link's 32 random bytes; the token itself is never stored. */
  token_hash: string;
  created_at: string;
  /** Seven days after creation. */
  expires_at: string;
}
