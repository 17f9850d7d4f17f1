/** What « local » means for an organisation from a day on; the latest `valid_from` not after the line's date is in force. */
export interface LocalDefinitionsTable {
  id: string;
  organisation_id: string;
  valid_from: string;
  /** COMMUNE, PAT, DEPARTEMENT, REGION or KM. */
  scope: string;
  /** Metres; only for KM. */
  radius_m: number | null;
  created_at: string;
}
