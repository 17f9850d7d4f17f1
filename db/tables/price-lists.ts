/** The prices a supplier announces to an organisation, from a day on. */
export interface PriceListsTable {
  id: string;
  organisation_id: string;
  supplier_id: string;
  name: string;
  valid_from: string;
  /** Last day; null: until the next list. */
  valid_to: string | null;
  /** Null: by the command line. */
  created_by: string | null;
  created_at: string;
  /** Null: not deleted. */
  deleted_at: string | null;
}

/** One article of a price list. */
export interface PriceListLinesTable {
  price_list_id: string;
  position: number;
  /** The supplier's article it is; null: none was found. */
  offer_id: string | null;
  code: string | null;
  name: string;
  search: string;
  unit: string;
  /** Net grams of one unit; null: not known. */
  unit_grams: number | null;
  /** Ten-thousandths of a euro per unit, HT. */
  unit_price_ht_e4: number;
}
