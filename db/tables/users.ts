export interface UsersTable {
  id: string;
  /** Lower case, unique. */
  email: string;
  name: string;
  /** argon2id, PHC string. */
  password_hash: string;
  /** fr or en. */
  locale: string;
  /** 1: may no longer sign in. */
  disabled: number;
  created_at: string;
  /** Since when they may not; null: they may, or it was not noted. */
  disabled_at: string | null;
  /** Not null: they ask to be forgotten. */
  erasure_asked_at: string | null;
  /** Not null: name and address are gone, the row stays for what its id did. */
  erased_at: string | null;
}
