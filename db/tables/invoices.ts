/** One document of a canteen: an electronic invoice, or a photo or PDF kept as the proof of an order. */
export interface InvoicesTable {
  canteen_id: string;
  id: string;
  /** SHA-256 of the original. */
  file_id: string;
  file_name: string;
  /** invoice-xml, pdf, image: what the original is, by its content. */
  media: string;
  /** REVIEW: nothing is written yet. RECORDED: its lines are in an order. ATTACHED: it is the proof of an order. */
  state: string;
  /** INVOICE, CREDIT_NOTE; null: the original holds no data. */
  kind: string | null;
  number: string | null;
  issued_on: string | null;
  /** Null: not recorded yet, and not recognised when it came. */
  supplier_id: string | null;
  seller_name: string | null;
  seller_siren: string | null;
  /** Key of seller and number, of seller_name and order of a search. */
  search: string;
  /** Cents, as declared, signed: a credit note is negative. Null: not said. */
  tax_exclusive_cents: number | null;
  tax_cents: number | null;
  tax_inclusive_cents: number | null;
  /** What the lines add up to minus the declared total HT, cents; 0: they agree, or nothing is declared. */
  gap_cents: number;
  /** What was recorded minus the declared total HT, cents; null: not recorded. */
  difference_cents: number | null;
  /** Seller's SIREN (else its name), number and year: the same invoice twice. Null: not enough is known. */
  invoice_key: string | null;
  /** JSON of what was read (shared/invoices.ts); null: no data. */
  content: string | null;
  /** Why a PDF gave no data; null: it did, or is an image. */
  refusal: string | null;
  /** The first order its lines went to (invoice_orders has all), or whose proof it is; that one may not be there yet. */
  order_id: string | null;
  created_by: string | null;
  created_at: string;
  recorded_at: string | null;
}

/** Which line of an invoice a line of an order comes from. */
export interface InvoiceLinesTable {
  canteen_id: string;
  invoice_id: string;
  order_line_id: string;
  /** Key of the purchase in the invoice (shared/invoices/purchases.ts). */
  purchase_key: string;
}
