/** What a change can be about, as a reader narrows the record to it. */
export const AUDIT_NOUNS = [
  "orders",
  "invoices",
  "order-templates",
  "ordering-terms",
  "imports",
  "import-mappings",
  "canteens",
  "canteen-groups",
  "suppliers",
  "certificates",
  "proof-requests",
  "products",
  "offers",
  "targets",
  "declarations",
  "local-definitions",
  "pats",
  "users",
  "grants",
  "organisations",
] as const;
export type AuditNoun = (typeof AUDIT_NOUNS)[number];
