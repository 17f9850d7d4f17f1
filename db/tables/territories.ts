/** EPCI, départements, régions and PAT. */
export interface TerritoriesTable {
  /** `EPCI-200033579`, `DEP-62`, `REG-32`, `PAT-...`. */
  code: string;
  /** EPCI, DEPARTEMENT, REGION, PAT. */
  kind: string;
  name: string;
  search: string;
  /** The organisation that drew a PAT; null: national. */
  organisation_id: string | null;
}
