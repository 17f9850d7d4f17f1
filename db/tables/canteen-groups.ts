/** A named set of canteens of one organisation: what its dashboards may be narrowed to. */
export interface CanteenGroupsTable {
  id: string;
  organisation_id: string;
  name: string;
  search: string;
  /** JSON list of ids, sorted; a set is read whole. */
  canteen_ids: string;
  created_at: string;
}
