/** Who runs canteens: a département, a commune, an association... */
export interface OrganisationsTable {
  id: string;
  name: string;
  /** Code of the territory it acts for, `DEP-62`; null: none. */
  territory_code: string | null;
  /** 1: demonstration data, said on every page. */
  demo: number;
  /** 1: its canteens are named to one another in grouped orders; 0: only counted. */
  shares_order_names: number;
  created_at: string;
}
