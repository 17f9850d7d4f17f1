/** The indicator cube, kept in the transaction that writes the lines. No cell has zero lines. */
export interface CellsTable {
  canteen_id: string;
  month: string;
  supplier_id: string;
  family: string;
  strict_category: string;
  declared_category: string;
  marks: number;
  social: number;
  amount_cents: number;
  weight_grams: number;
  weighed_cents: number;
  lines: number;
}
