import type { ArticleAliasesTable } from "./tables/article-aliases.ts";
import type { ArticleCodesTable } from "./tables/article-codes.ts";
import type { AuditTable } from "./tables/audit.ts";
import type { AuditHeadsTable } from "./tables/audit-heads.ts";
import type { CampaignRowsTable, CampaignsTable } from "./tables/campaigns.ts";
import type { CanteenGroupsTable } from "./tables/canteen-groups.ts";
import type { CanteensTable } from "./tables/canteens.ts";
import type { CellsTable } from "./tables/cells.ts";
import type { CertificateOffersTable } from "./tables/certificate-offers.ts";
import type { CertificatesTable } from "./tables/certificates.ts";
import type { ClauseHourImportsTable, ClauseHoursTable } from "./tables/clause-hours.ts";
import type { ClauseEmployersTable, ClausesTable } from "./tables/clauses.ts";
import type { CommunesTable } from "./tables/communes.ts";
import type { ContractLotsTable } from "./tables/contract-lots.ts";
import type { AwardedLotsTable, ContractsTable } from "./tables/contracts.ts";
import type { CouncilCollegesTable, CouncilReportsTable } from "./tables/council.ts";
import type { CubeVersionsTable } from "./tables/cube-versions.ts";
import type { DeclarationsTable } from "./tables/declarations.ts";
import type { FileUploadsTable } from "./tables/file-uploads.ts";
import type { FilesTable } from "./tables/files.ts";
import type { GrantsTable } from "./tables/grants.ts";
import type { ImportDraftsTable } from "./tables/import-drafts.ts";
import type { ImportMappingsTable } from "./tables/import-mappings.ts";
import type { ImportRunsTable } from "./tables/import-runs.ts";
import type { ImportsTable } from "./tables/imports.ts";
import type { InvitationsTable } from "./tables/invitations.ts";
import type { InvoiceOrdersTable } from "./tables/invoice-orders.ts";
import type { InvoiceLinesTable, InvoicesTable } from "./tables/invoices.ts";
import type { JobsTable } from "./tables/jobs.ts";
import type { LateVerdictsTable } from "./tables/late-verdicts.ts";
import type {
  LegumerieBatchesTable,
  LegumerieBatchInputsTable,
  LegumerieLossesTable,
} from "./tables/legumerie-batches.ts";
import type { LegumerieCapacitiesTable } from "./tables/legumerie-capacities.ts";
import type {
  LegumerieCorrectionLinesTable,
  LegumerieCorrectionsTable,
  LegumerieDrillsTable,
} from "./tables/legumerie-corrections.ts";
import type { LegumerieHoursTable } from "./tables/legumerie-hours.ts";
import type { LegumerieLotsTable } from "./tables/legumerie-lots.ts";
import type {
  LegumerieDeliveriesTable,
  LegumerieDisposalsTable,
  LegumerieOutputsTable,
} from "./tables/legumerie-outputs.ts";
import type {
  LegumerieDeliveryDetailsTable,
  LegumerieNoticesTable,
  LegumerieRefusalsTable,
  LegumerieRequestsTable,
} from "./tables/legumerie-requests.ts";
import type { LineTextsTable } from "./tables/line-texts.ts";
import type { LocalDefinitionsTable } from "./tables/local-definitions.ts";
import type { MeasureEntriesTable, MeasuresTable } from "./tables/measures.ts";
import type { OffersTable } from "./tables/offers.ts";
import type { OrderLinesTable } from "./tables/order-lines.ts";
import type { OrderTemplatesTable } from "./tables/order-templates.ts";
import type { OrderingTermsTable } from "./tables/ordering-terms.ts";
import type { OrdersTable } from "./tables/orders.ts";
import type { OrganisationsTable } from "./tables/organisations.ts";
import type { OutlinesTable } from "./tables/outlines.ts";
import type { PasskeyChallengesTable, PasskeysTable } from "./tables/passkeys.ts";
import type { PatCommunesTable } from "./tables/pat-communes.ts";
import type { PriceListLinesTable, PriceListsTable } from "./tables/price-lists.ts";
import type { ProductsTable } from "./tables/products.ts";
import type { ProofRequestsTable } from "./tables/proof-requests.ts";
import type { QuoteRequestsTable } from "./tables/quote-requests.ts";
import type { RateLimitsTable } from "./tables/rate-limits.ts";
import type { SavedViewsTable } from "./tables/saved-views.ts";
import type { SellerAliasesTable } from "./tables/seller-aliases.ts";
import type { SessionsTable } from "./tables/sessions.ts";
import type { SettingsTable } from "./tables/settings.ts";
import type { SharesLinksTable } from "./tables/shares-links.ts";
import type { SupplierStatusesTable } from "./tables/supplier-statuses.ts";
import type { SuppliersTable } from "./tables/suppliers.ts";
import type { TargetsTable } from "./tables/targets.ts";
import type { TerritoriesTable } from "./tables/territories.ts";
import type { RecoveryCodesTable, TwoStepsTable } from "./tables/two-steps.ts";
import type { UsersTable } from "./tables/users.ts";
import type { VerdictsTable } from "./tables/verdicts.ts";

/** Every table. Tables with `canteen_id` in their key belong to a canteen; the others are small and shared. */
export interface Database {
  article_aliases: ArticleAliasesTable;
  article_codes: ArticleCodesTable;
  audit: AuditTable;
  audit_heads: AuditHeadsTable;
  awarded_lots: AwardedLotsTable;
  canteen_groups: CanteenGroupsTable;
  campaign_rows: CampaignRowsTable;
  campaigns: CampaignsTable;
  canteens: CanteensTable;
  cells: CellsTable;
  cube_versions: CubeVersionsTable;
  certificate_offers: CertificateOffersTable;
  certificates: CertificatesTable;
  clause_employers: ClauseEmployersTable;
  clause_hour_imports: ClauseHourImportsTable;
  clause_hours: ClauseHoursTable;
  clauses: ClausesTable;
  communes: CommunesTable;
  council_colleges: CouncilCollegesTable;
  council_reports: CouncilReportsTable;
  declarations: DeclarationsTable;
  contract_lots: ContractLotsTable;
  contracts: ContractsTable;
  file_uploads: FileUploadsTable;
  files: FilesTable;
  grants: GrantsTable;
  import_drafts: ImportDraftsTable;
  import_mappings: ImportMappingsTable;
  import_runs: ImportRunsTable;
  imports: ImportsTable;
  invoice_lines: InvoiceLinesTable;
  invoice_orders: InvoiceOrdersTable;
  invoices: InvoicesTable;
  jobs: JobsTable;
  late_verdicts: LateVerdictsTable;
  legumerie_batch_inputs: LegumerieBatchInputsTable;
  legumerie_batches: LegumerieBatchesTable;
  legumerie_correction_lines: LegumerieCorrectionLinesTable;
  legumerie_capacities: LegumerieCapacitiesTable;
  legumerie_corrections: LegumerieCorrectionsTable;
  legumerie_deliveries: LegumerieDeliveriesTable;
  legumerie_delivery_details: LegumerieDeliveryDetailsTable;
  legumerie_notices: LegumerieNoticesTable;
  legumerie_refusals: LegumerieRefusalsTable;
  legumerie_requests: LegumerieRequestsTable;
  legumerie_losses: LegumerieLossesTable;
  legumerie_disposals: LegumerieDisposalsTable;
  legumerie_drills: LegumerieDrillsTable;
  legumerie_hours: LegumerieHoursTable;
  legumerie_lots: LegumerieLotsTable;
  legumerie_outputs: LegumerieOutputsTable;
  line_texts: LineTextsTable;
  local_definitions: LocalDefinitionsTable;
  measure_entries: MeasureEntriesTable;
  measures: MeasuresTable;
  offers: OffersTable;
  order_lines: OrderLinesTable;
  order_templates: OrderTemplatesTable;
  ordering_terms: OrderingTermsTable;
  orders: OrdersTable;
  organisations: OrganisationsTable;
  outlines: OutlinesTable;
  pat_communes: PatCommunesTable;
  price_list_lines: PriceListLinesTable;
  price_lists: PriceListsTable;
  products: ProductsTable;
  proof_requests: ProofRequestsTable;
  saved_views: SavedViewsTable;
  quote_requests: QuoteRequestsTable;
  rate_limits: RateLimitsTable;
  seller_aliases: SellerAliasesTable;
  sessions: SessionsTable;
  settings: SettingsTable;
  shares_links: SharesLinksTable;
  supplier_statuses: SupplierStatusesTable;
  suppliers: SuppliersTable;
  targets: TargetsTable;
  territories: TerritoriesTable;
  passkey_challenges: PasskeyChallengesTable;
  passkeys: PasskeysTable;
  invitations: InvitationsTable;
  recovery_codes: RecoveryCodesTable;
  two_steps: TwoStepsTable;
  users: UsersTable;
  verdicts: VerdictsTable;
}
