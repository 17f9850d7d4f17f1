/** An order that an invoice made, or settled. */
export interface InvoiceOrdersTable {
  canteen_id: string;
  order_id: string;
  /** The invoice may be gone: what it did to the order is not forgotten. */
  invoice_id: string;
  /** Version that recording left the order at. */
  order_version: number;
  /** JSON of the order before it was settled; null: the invoice made the order. */
  order_before: string | null;
  /** When recording was undone; null: the invoice holds the order. */
  undone_at: string | null;
}
