/** Input lot: earthy vegetables received by a légumerie. */
export interface LegumerieLotsTable {
  /** Supplier id of the légumerie. */
  legumerie_id: string;
  id: string;
  /** Supplier id of the producer. */
  producer_id: string;
  product_id: string;
  variety: string | null;
  gross_grams: number;
  /** Price paid HT for the lot; 0 when worked for a fee. */
  price_ht_cents: number;
  harvested_on: string | null;
  received_on: string;
  /** INSEE code of production. */
  origin_commune: string | null;
  /** AB, C2, C3; null: not organic. */
  organic_stage: string | null;
  supplier_lot: string | null;
  /** Owners between the producer and the légumerie. */
  intermediaries: number;
  /** 1: the légumerie owns the goods; 0: works for a fee (à façon). */
  owned: number;
  created_at: string;
}
