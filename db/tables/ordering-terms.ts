/** How a supplier takes orders from one organisation. */
export interface OrderingTermsTable {
  organisation_id: string;
  supplier_id: string;
  /** HT, cents; null: none, or not known. */
  minimum_ht_cents: number | null;
  /** HT, cents; null: not known. */
  free_delivery_ht_cents: number | null;
  /** JSON list, Monday 1 to Sunday 7; empty: not known. */
  delivery_days: string;
  /** Days before the delivery; null: not known. */
  order_days_before: number | null;
  /** 1 to 24; null: the whole day. */
  order_before_hour: number | null;
}
