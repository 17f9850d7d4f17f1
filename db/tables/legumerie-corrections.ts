/** A correction of a légumerie's ledger: what was written stays, this is added to it. */
export interface LegumerieCorrectionsTable {
  legumerie_id: string;
  id: string;
  /** The day it was written: what it says was true all along. */
  corrected_on: string;
  reason: string;
  created_at: string;
}

/** Grams more or less on one thing of the ledger. */
export interface LegumerieCorrectionLinesTable {
  legumerie_id: string;
  correction_id: string;
  /** LOT: gross weight received; INPUT: taken by a batch; OUTPUT: net weight packed; LOSS: lost; DISPOSAL: out of stock. */
  part: string;
  /** The batch of an INPUT, OUTPUT or LOSS; empty for a LOT or DISPOSAL. */
  batch_id: string;
  /** The lot of a LOT or INPUT, else the id of the output lot or loss. */
  subject_id: string;
  /** Added to what was written; negative: less. */
  grams: number;
}

/** An exercise: how long it took to find every canteen that got some of a lot. */
export interface LegumerieDrillsTable {
  legumerie_id: string;
  id: string;
  lot_id: string;
  started_at: string;
  ended_at: string;
  /** Canteens, deliveries and grams that were to be found. */
  canteens: number;
  deliveries: number;
  grams: number;
  created_at: string;
}
