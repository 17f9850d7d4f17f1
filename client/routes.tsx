import type { AnyRoute } from "@tanstack/react-router";
import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { account, SIGN_IN_ROUTES } from "./account-routes.tsx";
import { CANTEEN_ROUTES } from "./canteen-routes.tsx";
import { withTexts } from "./i18n.ts";
import { lateSearch } from "./late-search.ts";
import { layout, root } from "./layout-route.tsx";
import { measure, measures } from "./measure-routes.tsx";
import { PageError } from "./page-error.tsx";
import { groupedOrders, priceLists, procurement, quotes } from "./price-routes.tsx";
import {
  change,
  contract,
  contracts,
  council,
  map,
  peers,
  territory,
  territorySharing,
} from "./territory-routes.tsx";
import { LoadingSkeleton } from "./ui/loading-skeleton.tsx";

const home = createRoute({
  getParentRoute: () => layout,
  path: "/",
  component: lazyRouteComponent(() => import("./home-page.tsx"), "HomePage"),
});

const comparer = createRoute({
  getParentRoute: () => layout,
  path: "/comparer",
  ...lateSearch(async () => (await import("./comparison/search.ts")).validateComparerSearch),
  component: lazyRouteComponent(
    () => withTexts("comparison", import("./comparison/comparer-page.tsx")),
    "ComparerPage",
  ),
});

const suppliers = createRoute({
  getParentRoute: () => layout,
  path: "/fournisseurs",
  ...lateSearch(async () => (await import("./suppliers/search.ts")).validateSuppliersSearch),
  component: lazyRouteComponent(
    () => withTexts("suppliers", import("./suppliers/suppliers-page.tsx")),
    "SuppliersPage",
  ),
});

const supplier = createRoute({
  getParentRoute: () => layout,
  path: "/fournisseurs/$supplierId",
  component: lazyRouteComponent(
    () => withTexts("suppliers", import("./suppliers/supplier-page.tsx")),
    "SupplierPage",
  ),
});

const products = createRoute({
  getParentRoute: () => layout,
  path: "/produits",
  ...lateSearch(async () => (await import("./products/search.ts")).validateProductsSearch),
  component: lazyRouteComponent(
    () => withTexts("products", import("./products/products-page.tsx")),
    "ProductsPage",
  ),
});

const proofs = createRoute({
  getParentRoute: () => layout,
  path: "/justificatifs",
  ...lateSearch(async () => (await import("./proofs/search.ts")).validateProofsSearch),
  component: lazyRouteComponent(() => withTexts("proofs", import("./proofs/proofs-page.tsx")), "ProofsPage"),
});

const letter = createRoute({
  getParentRoute: () => layout,
  path: "/justificatifs/lettre",
  ...lateSearch(async () => (await import("./proofs/search.ts")).validateLetterSearch),
  component: lazyRouteComponent(() => withTexts("proofs", import("./proofs/letter-page.tsx")), "LetterPage"),
});

const settings = createRoute({
  getParentRoute: () => layout,
  path: "/reglages",
  component: lazyRouteComponent(
    () => withTexts("settings", import("./settings/settings-page.tsx")),
    "SettingsPage",
  ),
});

const lines = createRoute({
  getParentRoute: () => layout,
  path: "/lignes",
  ...lateSearch(async () => (await import("./lines/search.ts")).validateLineSearch),
  component: lazyRouteComponent(() => withTexts("lines", import("./lines/lines-page.tsx")), "LinesPage"),
});

const targets = createRoute({
  getParentRoute: () => layout,
  path: "/objectifs",
  ...lateSearch(async () => (await import("./targets/search.ts")).validateTargetsSearch),
  component: lazyRouteComponent(
    () => withTexts("targets", import("./targets/targets-page.tsx")),
    "TargetsPage",
  ),
});

const path = createRoute({
  getParentRoute: () => layout,
  path: "/objectifs/chemin",
  ...lateSearch(async () => (await import("./targets/path-search.ts")).validatePathSearch),
  component: lazyRouteComponent(() => withTexts("targets", import("./targets/path-page.tsx")), "PathPage"),
});

const history = createRoute({
  getParentRoute: () => layout,
  path: "/historique",
  ...lateSearch(async () => (await import("./history/search.ts")).validateHistorySearch),
  component: lazyRouteComponent(
    () => withTexts("history", import("./history/history-page.tsx")),
    "HistoryPage",
  ),
});

const entry = createRoute({
  getParentRoute: () => layout,
  path: "/saisie",
  ...lateSearch(async () => (await import("./orders/orders-search.ts")).validateEntrySearch),
  component: lazyRouteComponent(() => withTexts("orders", import("./orders/entry-page.tsx")), "EntryPage"),
});

const orders = createRoute({
  getParentRoute: () => layout,
  path: "/commandes",
  ...lateSearch(async () => (await import("./orders/orders-search.ts")).validateOrdersSearch),
  component: lazyRouteComponent(() => withTexts("orders", import("./orders/orders-page.tsx")), "OrdersPage"),
});

const order = createRoute({
  getParentRoute: () => layout,
  path: "/commandes/$canteenId/$orderId",
  ...lateSearch(async () => (await import("./orders/orders-search.ts")).validateOrderSearch),
  component: lazyRouteComponent(() => withTexts("orders", import("./orders/order-page.tsx")), "OrderPage"),
});

const legumerie = createRoute({
  getParentRoute: () => layout,
  path: "/legumerie",
  ...lateSearch(async () => (await import("./legumerie/search.ts")).validateLegumerieSearch),
  component: lazyRouteComponent(
    () => withTexts("legumerie", import("./legumerie/legumerie-page.tsx")),
    "LegumeriePage",
  ),
});

const imports = createRoute({
  getParentRoute: () => layout,
  path: "/importer",
  ...lateSearch(async () => (await import("./imports/search.ts")).validateImportSearch),
  component: lazyRouteComponent(
    () => withTexts("imports", import("./imports/import-page.tsx")),
    "ImportPage",
  ),
});

const invoices = createRoute({
  getParentRoute: () => layout,
  path: "/factures",
  ...lateSearch(async () => (await import("./invoices/search.ts")).validateInvoicesSearch),
  component: lazyRouteComponent(
    () => withTexts("invoices", import("./invoices/invoices-page.tsx")),
    "InvoicesPage",
  ),
});

const invoice = createRoute({
  getParentRoute: () => layout,
  path: "/factures/$canteenId/$invoiceId",
  ...lateSearch(async () => (await import("./invoices/search.ts")).validateInvoiceSearch),
  component: lazyRouteComponent(
    () => withTexts("invoices", import("./invoices/invoice-page.tsx")),
    "InvoicePage",
  ),
});

const statement = createRoute({
  getParentRoute: () => root,
  path: "/accessibilite",
  component: lazyRouteComponent(
    () => withTexts("accessibility", import("./accessibility/statement-page.tsx")),
    "StatementPage",
  ),
});

const siteMap = createRoute({
  getParentRoute: () => layout,
  path: "/plan-du-site",
  component: lazyRouteComponent(
    () => withTexts("accessibility", import("./accessibility/site-map-page.tsx")),
    "SiteMapPage",
  ),
});

/** Register of pages: a feature adds its route above and its name in the layout's line below. */
const routeTree = root.addChildren([
  ...SIGN_IN_ROUTES,
  statement,
  layout.addChildren([
    siteMap,
    account,
    home,
    entry,
    orders,
    order,
    history,
    imports,
    invoices,
    invoice,
    ...CANTEEN_ROUTES,
    territory,
    territorySharing,
    contracts,
    contract,
    map,
    change,
    peers,
    council,
    legumerie,
    lines,
    targets,
    path,
    measures,
    measure,
    comparer,
    suppliers,
    supplier,
    groupedOrders,
    priceLists,
    procurement,
    quotes,
    proofs,
    letter,
    products,
    settings,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  scrollRestoration: true,
  defaultPendingComponent: LoadingSkeleton,
  defaultErrorComponent: PageError,
});

/** The files of a page and of its frame are asked for at once, not one after the other. */
router.subscribe("onBeforeLoad", ({ toLocation }) => {
  const routes: Readonly<Record<string, AnyRoute>> = router.routesById;
  for (const { routeId } of router.matchRoutes(toLocation))
    void routes[routeId]?.options.component?.preload?.();
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
