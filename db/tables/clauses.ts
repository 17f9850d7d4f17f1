/** A social clause of an awarded lot. */
export interface ClausesTable {
  id: string;
  lot_id: string;
  organisation_id: string;
  /** In the lot, from 0. */
  position: number;
  /** PERFORMANCE, CRITERION, INSERTION, RESERVED. */
  way: string;
  /** Labour in the amount; the three terms of the formula are null together. */
  labour_share_bp: number | null;
  /** Insertion in the labour. */
  insertion_share_bp: number | null;
  hourly_cost_cents: number | null;
  /** Hundredths of an hour, in place of the formula's; null: the formula's. */
  agreed_hours_e2: number | null;
  agreed_reason: string | null;
  starts_on: string;
  ends_on: string;
  /** Who follows it, or the number of their file; null: not said. */
  facilitator: string | null;
}

/** Who employs the people a clause is for. */
export interface ClauseEmployersTable {
  id: string;
  clause_id: string;
  organisation_id: string;
  /** In the clause, from 0. */
  position: number;
  name: string;
  /** EI, ACI, AI, ETTI, EA, ESAT, EATT, GEIQ; null: the holder itself hires. */
  kind: string | null;
  siret: string | null;
}
