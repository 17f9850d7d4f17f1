import { accountRouter } from "./routers/account.ts";
import { auditRouter } from "./routers/audit.ts";
import { campaignsRouter } from "./routers/campaigns.ts";
import { canteenGroupsRouter } from "./routers/canteen-groups.ts";
import { canteensRouter } from "./routers/canteens.ts";
import { certificatesRouter } from "./routers/certificates.ts";
import { clausesRouter } from "./routers/clauses.ts";
import { comparisonRouter } from "./routers/comparison.ts";
import { contractLotsRouter } from "./routers/contract-lots.ts";
import { councilRouter } from "./routers/council.ts";
import { declarationsRouter } from "./routers/declarations.ts";
import { grantsRouter } from "./routers/grants.ts";
import { groupedOrdersRouter } from "./routers/grouped-orders.ts";
import { importDraftsRouter } from "./routers/import-drafts.ts";
import { importMappingsRouter } from "./routers/import-mappings.ts";
import { importRunsRouter } from "./routers/import-runs.ts";
import { importsRouter } from "./routers/imports.ts";
import { indicatorsRouter } from "./routers/indicators.ts";
import { invitationsRouter } from "./routers/invitations.ts";
import { invoicesRouter } from "./routers/invoices.ts";
import { legumerieRouter } from "./routers/legumerie.ts";
import { legumerieHoursRouter } from "./routers/legumerie-hours.ts";
import { legumerieIndicatorsRouter } from "./routers/legumerie-indicators.ts";
import { legumerieLedgerRouter } from "./routers/legumerie-ledger.ts";
import { legumeriePlanRouter } from "./routers/legumerie-plan.ts";
import { legumerieRequestsRouter } from "./routers/legumerie-requests.ts";
import { linesRouter } from "./routers/lines.ts";
import { localDefinitionsRouter } from "./routers/local-definitions.ts";
import { mapRouter } from "./routers/map.ts";
import { measuresRouter } from "./routers/measures.ts";
import { offersRouter } from "./routers/offers.ts";
import { orderTemplatesRouter } from "./routers/order-templates.ts";
import { orderingTermsRouter } from "./routers/ordering-terms.ts";
import { ordersRouter } from "./routers/orders.ts";
import { organisationsRouter } from "./routers/organisations.ts";
import { passkeysRouter } from "./routers/passkeys.ts";
import { pathsRouter } from "./routers/paths.ts";
import { patsRouter } from "./routers/pats.ts";
import { peersRouter } from "./routers/peers.ts";
import { priceListsRouter } from "./routers/price-lists.ts";
import { procurementRouter } from "./routers/procurement.ts";
import { productsRouter } from "./routers/products.ts";
import { projectionsRouter } from "./routers/projections.ts";
import { proofsRouter } from "./routers/proofs.ts";
import { quotesRouter } from "./routers/quotes.ts";
import { savedViewsRouter } from "./routers/saved-views.ts";
import { sessionRouter } from "./routers/session.ts";
import { sharesLinksRouter } from "./routers/shares-links.ts";
import { socialEconomyRouter } from "./routers/social-economy.ts";
import { supplierStatusesRouter } from "./routers/supplier-statuses.ts";
import { suppliersRouter } from "./routers/suppliers.ts";
import { targetsRouter } from "./routers/targets.ts";
import { territoriesRouter } from "./routers/territories.ts";
import { twoStepRouter } from "./routers/two-step.ts";
import { usersRouter } from "./routers/users.ts";
import { router } from "./trpc.ts";

/** Register of routers: a feature adds its line. */
export const appRouter = router({
  orders: ordersRouter,
  orderTemplates: orderTemplatesRouter,
  orderingTerms: orderingTermsRouter,
  account: accountRouter,
  audit: auditRouter,
  grants: grantsRouter,
  session: sessionRouter,
  savedViews: savedViewsRouter,
  twoStep: twoStepRouter,
  users: usersRouter,
  territories: territoriesRouter,
  canteens: canteensRouter,
  canteenGroups: canteenGroupsRouter,
  certificates: certificatesRouter,
  localDefinitions: localDefinitionsRouter,
  offers: offersRouter,
  organisations: organisationsRouter,
  passkeys: passkeysRouter,
  pats: patsRouter,
  groupedOrders: groupedOrdersRouter,
  priceLists: priceListsRouter,
  procurement: procurementRouter,
  products: productsRouter,
  proofs: proofsRouter,
  quotes: quotesRouter,
  sharesLinks: sharesLinksRouter,
  socialEconomy: socialEconomyRouter,
  supplierStatuses: supplierStatusesRouter,
  suppliers: suppliersRouter,
  comparison: comparisonRouter,
  council: councilRouter,
  declarations: declarationsRouter,
  contractLots: contractLotsRouter,
  clauses: clausesRouter,
  indicators: indicatorsRouter,
  legumerie: legumerieRouter,
  legumerieHours: legumerieHoursRouter,
  legumerieIndicators: legumerieIndicatorsRouter,
  legumerieLedger: legumerieLedgerRouter,
  legumeriePlan: legumeriePlanRouter,
  legumerieRequests: legumerieRequestsRouter,
  lines: linesRouter,
  map: mapRouter,
  measures: measuresRouter,
  paths: pathsRouter,
  projections: projectionsRouter,
  campaigns: campaignsRouter,
  peers: peersRouter,
  targets: targetsRouter,
  imports: importsRouter,
  importDrafts: importDraftsRouter,
  importMappings: importMappingsRouter,
  importRuns: importRunsRouter,
  invitations: invitationsRouter,
  invoices: invoicesRouter,
});

export type AppRouter = typeof appRouter;
