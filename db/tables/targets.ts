/** An organisation's own target, beside the legal ones. */
export interface TargetsTable {
  id: string;
  organisation_id: string;
  /** Null: the whole organisation. */
  canteen_id: string | null;
  /** See shared/indicators. */
  indicator: string;
  /** value or weight. */
  basis: string;
  year: number;
  /** Basis points, 0 to 10 000. */
  share_bp: number;
  created_at: string;
}
