/** Who runs canteens: a département, a commune, an association... */
export interface OrganisationsTable {
  id: string;
  name: string;
  /** Code of the territory it acts for, `DEP-62`; null: none. */
  territory_code: string | null;
  /** 1: demonstration data, said on every page. */
  demo: number;
  created_at: string;
}
