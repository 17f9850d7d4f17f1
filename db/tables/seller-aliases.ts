/** Which supplier a seller of invoices is: found once, or chosen by a person, then remembered. */
export interface SellerAliasesTable {
  /** `siren:`, `vat:` or, for want of both, `name:` normalised. */
  alias: string;
  supplier_id: string;
  created_at: string;
}
