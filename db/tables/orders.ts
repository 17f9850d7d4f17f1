/** A purchase order of a canteen to one supplier, followed up to the invoice. */
export interface OrdersTable {
  canteen_id: string;
  id: string;
  supplier_id: string;
  /** ORDER or CREDIT_NOTE (whose amounts are negative). */
  kind: string;
  /** DRAFT, ORDERED, RECEIVED, INVOICED. Drafts count in no figure. */
  status: string;
  reference: string | null;
  ordered_on: string;
  /** Delivery day agreed; null: none was said. */
  expected_on: string | null;
  delivered_on: string | null;
  invoiced_on: string | null;
  note: string | null;
  import_id: string | null;
  /** Raised at each save; a save from an older version is a conflict. */
  version: number;
  /** Null: by the command line. */
  created_by: string | null;
  created_at: string;
  updated_at: string;
  /** Null: not deleted. */
  deleted_at: string | null;
}
