/** One line of an order, with the verdict kept by the server. */
export interface OrderLinesTable {
  canteen_id: string;
  id: string;
  order_id: string;
  /** Copied from the order. */
  supplier_id: string;
  position: number;
  product_id: string | null;
  offer_id: string | null;
  description: string;
  search: string;
  /** Null: not food. */
  family: string | null;
  /** Thousandths of the unit, signed; null: only an amount is known. */
  quantity_milli: number | null;
  unit: string | null;
  /** Thousandths of the unit really received; null: not said, the ordered quantity counts. */
  received_milli: number | null;
  /** See shared/refusals.ts REFUSAL_REASONS; null: nothing was refused. */
  refusal_reason: string | null;
  refusal_note: string | null;
  /** Net grams of one unit; null: not known. */
  unit_grams: number | null;
  /** Ten-thousandths of a euro per unit, HT; null: only an amount is known. */
  unit_price_ht_e4: number | null;
  /** The amount that counts, HT, cents, signed. */
  amount_ht_cents: number;
  /** Null: not known (imports). */
  vat_bp: number | null;
  /** Grams that count (received, else ordered), signed; null: not known. */
  weight_grams: number | null;
  producer_id: string | null;
  /** JSON list of INSEE codes of production. */
  origin_communes: string;
  /** FRANCE or EUROPE; null: not said. */
  origin: string | null;
  intermediaries: number | null;
  /** JSON list of categories claimed. */
  claims: string;
  organic_stage: string | null;
  certified_share_bp: number | null;
  /** 1, 0; null: nothing said. */
  claimed_short: number | null;
  claimed_local: number | null;
  /** The date the verdict was made on: delivery, else invoice, else order. */
  counted_on: string;
  /** delivery, invoice, order. */
  date_kind: string;
  /** `YYYY-MM` of counted_on. */
  month: string;
  /** 1: food, not a draft, not deleted: the line is in the cube. */
  counted: number;
  strict_category: string;
  declared_category: string;
  /** Bit set, see shared/marks.ts. */
  marks: number;
  verdict_id: string;
  /** Bit set, see shared/social-marks.ts: what the supplier is on that day. */
  social: number;
}
