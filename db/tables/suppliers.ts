export interface SuppliersTable {
  id: string;
  name: string;
  search: string;
  /** 14 digits, unique; null: not known yet. */
  siret: string | null;
  /** PRODUCER, PRODUCER_GROUP, WHOLESALER, PROCESSOR, LEGUMERIE. */
  kind: string;
  /** INSEE code of the head office; never used as place of production. */
  commune: string | null;
  /** INSEE code where it produces; null: does not produce, or not known. */
  production_commune: string | null;
  /** Own position of the place of production; null: the commune's. */
  lat_e6: number | null;
  lng_e6: number | null;
  active: number;
  created_at: string;
}
