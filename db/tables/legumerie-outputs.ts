/** Output lot: packed, cut vegetables. */
export interface LegumerieOutputsTable {
  legumerie_id: string;
  id: string;
  batch_id: string;
  product_id: string;
  cut: string;
  net_grams: number;
  /** Net grams of one pack; null: loose. */
  pack_grams: number | null;
  packed_on: string;
  use_by: string;
  created_at: string;
}

/** Delivery of an output lot to a canteen, and the purchase line it became. */
export interface LegumerieDeliveriesTable {
  canteen_id: string;
  id: string;
  legumerie_id: string;
  output_id: string;
  delivered_on: string;
  grams: number;
  refused_grams: number;
  /** HT, for the accepted kilos. */
  price_ht_cents: number;
  order_id: string;
  line_id: string;
  created_at: string;
}

/** Finished goods taken out of stock, no canteen having them. */
export interface LegumerieDisposalsTable {
  legumerie_id: string;
  id: string;
  output_id: string;
  disposed_on: string;
  grams: number;
  /** EXPIRED. */
  cause: string;
  /** COMPOST, BIOGAS, FEED, GIFT, WASTE. */
  destination: string;
  created_at: string;
}
