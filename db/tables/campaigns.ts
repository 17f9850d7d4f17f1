/** A year of published declarations. */
export interface CampaignsTable {
  year: number;
  /** Of the file. */
  name: string;
  loaded_at: string;
}

/** One canteen's published rates; nothing names it. */
export interface CampaignRowsTable {
  year: number;
  /** From 0, in the order of the file. */
  position: number;
  /** INSEE code. */
  departement: string;
  /** Null: not said. */
  sector: string | null;
  organic_bp: number;
  /** Organic included; null: not said. */
  egalim_bp: number | null;
}
