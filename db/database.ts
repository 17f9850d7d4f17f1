import type { ArticleAliasesTable } from "./tables/article-aliases.ts";
import type { AuditTable } from "./tables/audit.ts";
import type { CanteensTable } from "./tables/canteens.ts";
import type { CellsTable } from "./tables/cells.ts";
import type { CertificateOffersTable } from "./tables/certificate-offers.ts";
import type { CertificatesTable } from "./tables/certificates.ts";
import type { CommunesTable } from "./tables/communes.ts";
import type { FileUploadsTable } from "./tables/file-uploads.ts";
import type { FilesTable } from "./tables/files.ts";
import type { GrantsTable } from "./tables/grants.ts";
import type { ImportDraftsTable } from "./tables/import-drafts.ts";
import type { ImportMappingsTable } from "./tables/import-mappings.ts";
import type { ImportRunsTable } from "./tables/import-runs.ts";
import type { ImportsTable } from "./tables/imports.ts";
import type { InvoiceLinesTable, InvoicesTable } from "./tables/invoices.ts";
import type { JobsTable } from "./tables/jobs.ts";
import type {
  LegumerieBatchesTable,
  LegumerieBatchInputsTable,
  LegumerieLossesTable,
} from "./tables/legumerie-batches.ts";
import type { LegumerieLotsTable } from "./tables/legumerie-lots.ts";
import type { LegumerieDeliveriesTable, LegumerieOutputsTable } from "./tables/legumerie-outputs.ts";
import type { LocalDefinitionsTable } from "./tables/local-definitions.ts";
import type { OffersTable } from "./tables/offers.ts";
import type { OrderLinesTable } from "./tables/order-lines.ts";
import type { OrderTemplatesTable } from "./tables/order-templates.ts";
import type { OrderingTermsTable } from "./tables/ordering-terms.ts";
import type { OrdersTable } from "./tables/orders.ts";
import type { OrganisationsTable } from "./tables/organisations.ts";
import type { PatCommunesTable } from "./tables/pat-communes.ts";
import type { ProductsTable } from "./tables/products.ts";
import type { ProofRequestsTable } from "./tables/proof-requests.ts";
import type { SellerAliasesTable } from "./tables/seller-aliases.ts";
import type { SessionsTable } from "./tables/sessions.ts";
import type { SettingsTable } from "./tables/settings.ts";
import type { SuppliersTable } from "./tables/suppliers.ts";
import type { TargetsTable } from "./tables/targets.ts";
import type { TerritoriesTable } from "./tables/territories.ts";
import type { UsersTable } from "./tables/users.ts";
import type { VerdictsTable } from "./tables/verdicts.ts";

/** Every table. Tables with `canteen_id` in their key belong to a canteen; the others are small and shared. */
export interface Database {
  article_aliases: ArticleAliasesTable;
  audit: AuditTable;
  canteens: CanteensTable;
  cells: CellsTable;
  certificate_offers: CertificateOffersTable;
  certificates: CertificatesTable;
  communes: CommunesTable;
  file_uploads: FileUploadsTable;
  files: FilesTable;
  grants: GrantsTable;
  import_drafts: ImportDraftsTable;
  import_mappings: ImportMappingsTable;
  import_runs: ImportRunsTable;
  imports: ImportsTable;
  invoice_lines: InvoiceLinesTable;
  invoices: InvoicesTable;
  jobs: JobsTable;
  legumerie_batch_inputs: LegumerieBatchInputsTable;
  legumerie_batches: LegumerieBatchesTable;
  legumerie_deliveries: LegumerieDeliveriesTable;
  legumerie_losses: LegumerieLossesTable;
  legumerie_lots: LegumerieLotsTable;
  legumerie_outputs: LegumerieOutputsTable;
  local_definitions: LocalDefinitionsTable;
  offers: OffersTable;
  order_lines: OrderLinesTable;
  order_templates: OrderTemplatesTable;
  ordering_terms: OrderingTermsTable;
  orders: OrdersTable;
  organisations: OrganisationsTable;
  pat_communes: PatCommunesTable;
  products: ProductsTable;
  proof_requests: ProofRequestsTable;
  seller_aliases: SellerAliasesTable;
  sessions: SessionsTable;
  settings: SettingsTable;
  suppliers: SuppliersTable;
  targets: TargetsTable;
  territories: TerritoriesTable;
  users: UsersTable;
  verdicts: VerdictsTable;
}
