export interface ProductsTable {
  id: string;
  name: string;
  name_en: string;
  search: string;
  /** Null: not food. */
  family: string | null;
  /** `10.10`; null: none. */
  homogeneous_family: string | null;
  /** RAW, SINGLE, PROCESSED; null: not known. */
  composition: string | null;
  /** 1 plant, 0 not; null: not known. */
  plant: number | null;
  /** CHEESE, EGGS, POULTRY, BEEF, PORK; null: none. */
  farm_kind: string | null;
  /** Usual unit, see shared/quantity.ts. */
  unit: string;
  /** Weight of one piece in grams; null: not sold by the piece. */
  piece_grams: number | null;
  vat_bp: number;
  /** Reference refuse (peelings), basis points; null: none known. Source: USDA SR28. */
  refuse_bp: number | null;
  /** See shared/gammes.ts GAMMES; null: not said. */
  gamme: string | null;
  /** The product it is another form of; null: none. Never one that has a base itself. */
  base_product_id: string | null;
  /** Grams on a diner's plate; null: not said. */
  portion_grams: number | null;
  /** JSON list of months (1 to 12) in season; empty: all year, or not known. */
  season: string;
  active: number;
}
