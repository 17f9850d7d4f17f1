/** Current French communes, with what contains them and a position. Source: @etalab/decoupage-administratif, GeoNames. */
export interface CommunesTable {
  /** INSEE code. */
  code: string;
  name: string;
  /** Accent-blind lower-case name. */
  search: string;
  epci: string | null;
  departement: string;
  region: string;
  /** JSON list of postcodes. */
  postcodes: string;
  population: number | null;
  /** Degrees x 1 000 000; null when unknown. */
  lat_e6: number | null;
  lng_e6: number | null;
  /** Metres; null when the position is. */
  uncertainty_m: number | null;
  /** geonames, postcode, epci, official; null when unknown. */
  position_source: string | null;
}
