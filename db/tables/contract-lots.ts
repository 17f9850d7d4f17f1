/** One lot of a contract that an organisation awarded to a supplier. */
export interface ContractLotsTable {
  id: string;
  organisation_id: string;
  supplier_id: string;
  /** The contract's reference. */
  contract: string;
  /** Number or name of the lot; null: the contract has no lots. */
  lot: string | null;
  /** JSON list of families; `[]`: every family. */
  families: string;
  valid_from: string;
  /** Null: open-ended. */
  valid_to: string | null;
  /** Weight of each criterion, basis points; 0: the lot does not have it. */
  externalities_weight_bp: number;
  environment_weight_bp: number;
  direct_supply_weight_bp: number;
  /** JSON of { offerId, markBp }: an article's mark on externalities, of the maximum. */
  marks: string;
  created_at: string;
}
