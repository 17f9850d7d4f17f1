export interface CanteensTable {
  id: string;
  organisation_id: string;
  name: string;
  search: string;
  /** 14 digits, unique. */
  siret: string;
  /** Number of a school (7 digits and a letter); null: not a school. */
  uai: string | null;
  /** COLLEGE, LYCEE, ECOLE, ADMINISTRATION, SANTE, MEDICO_SOCIAL, CRECHE, AUTRE. */
  sector: string;
  /** Legal regime of targets, see shared/law/targets.ts. */
  regime: string;
  /** INSEE code. */
  commune: string;
  /** Copied from the commune, so that a territory is one comparison. */
  epci: string | null;
  departement: string;
  region: string;
  /** Own position, degrees x 1 000 000; null: the commune's. */
  lat_e6: number | null;
  lng_e6: number | null;
  central_kitchen_id: string | null;
  meals_per_year: number | null;
  active: number;
  created_at: string;
}
