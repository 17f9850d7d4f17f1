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
  active: number;
}
