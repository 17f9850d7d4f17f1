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
}
