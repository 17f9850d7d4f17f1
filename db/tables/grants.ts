/** A role on a scope. */
export interface GrantsTable {
  id: string;
  user_id: string;
  /** manager, kitchen, official, administrator, legumerie. */
  role: string;
  /** canteen, territory, organisation, legumerie. */
  scope_kind: string;
  /** Canteen id, territory code, organisation id, or supplier id of the légumerie. */
  scope_id: string;
  created_at: string;
}
