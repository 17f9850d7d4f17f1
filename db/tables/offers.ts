/** An article of a supplier: what is filled in when it is chosen. It holds no price: prices belong to canteens' lines. */
export interface OffersTable {
  id: string;
  supplier_id: string;
  product_id: string | null;
  /** The supplier's own item number. */
  code: string | null;
  name: string;
  search: string;
  /** Null: not food. */
  family: string | null;
  unit: string;
  /** Net grams of one unit; null: not known (kg and g need none). */
  pack_grams: number | null;
  vat_bp: number;
  /** JSON list of categories. */
  claims: string;
  /** AB, C1, C2, C3; null: none said. */
  organic_stage: string | null;
  /** Basis points; null: not known. */
  certified_share_bp: number | null;
  producer_id: string | null;
  /** JSON list of INSEE codes of production. */
  origin_communes: string;
  /** FRANCE or EUROPE; null: not said. */
  origin: string | null;
  intermediaries: number | null;
  active: number;
  created_at: string;
}
