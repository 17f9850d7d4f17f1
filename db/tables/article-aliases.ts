/** How a supplier's invoices name one of its articles: answered once by a person, then remembered for all. */
export interface ArticleAliasesTable {
  supplier_id: string;
  /** `id:` seller's item number, `gtin:`, `name:` normalised name, `rate:` VAT rate of an invoice without lines. */
  alias: string;
  offer_id: string;
  created_at: string;
}
