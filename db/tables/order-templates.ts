/** A named set of lines that a canteen orders from one supplier. */
export interface OrderTemplatesTable {
  canteen_id: string;
  id: string;
  supplier_id: string;
  name: string;
  search: string;
  /** JSON list of order lines. */
  lines: string;
  created_at: string;
  updated_at: string;
  /** Null: not deleted. */
  deleted_at: string | null;
}
