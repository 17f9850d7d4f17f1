export interface LegumerieBatchesTable {
  legumerie_id: string;
  id: string;
  started_on: string;
  /** Null: work in progress. */
  ended_on: string | null;
  /** See shared/legumerie.ts CUTS. */
  cut: string;
  created_at: string;
}

/** Kilos of a lot that entered a batch. */
export interface LegumerieBatchInputsTable {
  legumerie_id: string;
  batch_id: string;
  lot_id: string;
  grams: number;
}

/** Kilos lost in a batch. */
export interface LegumerieLossesTable {
  legumerie_id: string;
  id: string;
  batch_id: string;
  grams: number;
  /** PEELING, TRIMMING, SORTING, EARTH, BREAKAGE, EXPIRED. */
  cause: string;
  /** COMPOST, BIOGAS, FEED, GIFT, WASTE. */
  destination: string;
}
