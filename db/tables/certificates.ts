export interface CertificatesTable {
  id: string;
  supplier_id: string;
  /** See shared/facts.ts SCHEMES. */
  scheme: string;
  number: string;
  /** `FR-BIO-01`; null: none. */
  control_body: string | null;
  /** JSON list of families; `[]`: every family. */
  families: string;
  valid_from: string;
  /** Null: open-ended. */
  valid_to: string | null;
  /** Proof document; null: only the number is on file. */
  file_id: string | null;
  created_at: string;
}
