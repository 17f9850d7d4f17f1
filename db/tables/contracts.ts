/**
 * A public contract of an organisation, for food or for anything else. Apart from `contract_lots`, which are told
 * supplier by supplier for their award criteria, and whose change moves verdicts of lines.
 */
export interface ContractsTable {
  id: string;
  organisation_id: string;
  /** Its own number, unique in the organisation whatever the case and accents. */
  number: string;
  number_search: string;
  subject: string;
  /** CATERING, WORKS, CLEANING, GREEN_SPACES, OTHER. */
  kind: string;
  /** How it was awarded: DIRECT, ADAPTED, FORMAL; null: not said. */
  procedure: string | null;
  starts_on: string;
  ends_on: string;
  created_at: string;
}

/** What one holder won of a contract; a contract that is not divided has one. */
export interface AwardedLotsTable {
  id: string;
  contract_id: string;
  organisation_id: string;
  /** In the contract, from 0. */
  position: number;
  /** Null: the contract is not divided. */
  number: string | null;
  /** Null: the contract's own. */
  subject: string | null;
  /** Null: the holder is no supplier of the directory. */
  supplier_id: string | null;
  holder_name: string;
  holder_siret: string | null;
  /** Over the whole duration. */
  amount_ht_cents: number;
}
