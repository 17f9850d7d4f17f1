/** Outlines of the EPCI of a département, from official contours; a département without a row has approximate ones. */
export interface OutlinesTable {
  /** INSEE code. */
  departement: string;
  /** JSON: shared/map.ts OutlineTopology. */
  topology: string;
  loaded_at: string;
}
