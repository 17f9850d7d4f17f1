/** A letter that asks a supplier for proofs. */
export interface ProofRequestsTable {
  id: string;
  organisation_id: string;
  supplier_id: string;
  asked_on: string;
  /** JSON list of AskedProof of shared/proof-requests.ts. */
  proofs: string;
  /** As it was sent. */
  letter: string;
  /** Null: by the command line. */
  created_by: string | null;
  created_at: string;
}
