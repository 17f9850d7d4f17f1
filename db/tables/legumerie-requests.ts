/** What a canteen asks of a légumerie: once for a day, or every week from a day. */
export interface LegumerieRequestsTable {
  canteen_id: string;
  id: string;
  /** Supplier id of the légumerie. */
  legumerie_id: string;
  product_id: string;
  /** See shared/legumerie.ts CUTS. */
  cut: string;
  /** Ready to cook; a week's when `weekly`. */
  grams: number;
  weekly: number;
  /** 1: only goods proven organic will do. */
  organic: number;
  asked_on: string;
  /** Day of delivery, or the first one. */
  wanted_on: string;
  note: string | null;
  /** WAITING, SERVED, DECLINED, CANCELLED. */
  status: string;
  /** The workshop's words; null: none. */
  answer: string | null;
  answered_on: string | null;
  created_at: string;
}

/** What is told of a delivery beside its kilos. */
export interface LegumerieDeliveryDetailsTable {
  canteen_id: string;
  delivery_id: string;
  /** The request it answers; null: none. */
  request_id: string | null;
  /** See shared/refusals.ts; null: nothing was refused at the door. */
  refusal_reason: string | null;
  refusal_note: string | null;
  /** What it replaces, in words; null: nothing. */
  replaced: string | null;
  /** See shared/legumerie/requests.ts SUBSTITUTION_REASONS. */
  replaced_reason: string | null;
  /** 1: not everything in it was grown in the workshop's département. */
  out_of_area: number;
}

/** Kilos a canteen sent back after the delivery was written: an entry, the delivery stays as it was. */
export interface LegumerieRefusalsTable {
  canteen_id: string;
  id: string;
  delivery_id: string;
  legumerie_id: string;
  output_id: string;
  grams: number;
  /** HT, no longer paid. */
  credit_ht_cents: number;
  reason: string;
  note: string | null;
  refused_on: string;
  created_at: string;
}

/** What a canteen must know: a substitution, a refusal taken note of, a request declined. */
export interface LegumerieNoticesTable {
  canteen_id: string;
  id: string;
  legumerie_id: string;
  /** SUBSTITUTION, REFUSAL, DECLINED. */
  kind: string;
  day: string;
  product_id: string;
  cut: string;
  grams: number;
  /** A code of the kind's reasons; null: none. */
  reason: string | null;
  /** What was replaced, or the workshop's words. */
  words: string | null;
  out_of_area: number;
  /** The purchase it is about; null: none. */
  order_id: string | null;
  /** Null: not read yet. */
  read_on: string | null;
  created_at: string;
}
