import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { CANTEEN_ROUTES } from "./canteen-routes.tsx";
import { validateComparerSearch } from "./comparison/search.ts";
import { validateHistorySearch } from "./history/search.ts";
import { withTexts } from "./i18n.ts";
import { validateImportSearch } from "./imports/search.ts";
import { validateInvoiceSearch, validateInvoicesSearch } from "./invoices/search.ts";
import { layout, root } from "./layout-route.tsx";
import { validateLegumerieSearch } from "./legumerie/search.ts";
import { validateLineSearch } from "./lines/search.ts";
import { validateEntrySearch, validateOrderSearch, validateOrdersSearch } from "./orders/orders-search.ts";
import { PageError } from "./page-error.tsx";
import { groupedOrders, priceLists, procurement, quotes } from "./price-routes.tsx";
import { validateProductsSearch } from "./products/search.ts";
import { validateLetterSearch, validateProofsSearch } from "./proofs/search.ts";
import { validateSuppliersSearch } from "./suppliers/search.ts";
import { validatePathSearch } from "./targets/path-search.ts";
import { validateTargetsSearch } from "./targets/search.ts";
import { change, map, peers, territory, territorySharing } from "./territory-routes.tsx";
import { LoadingSkeleton } from "./ui/loading-skeleton.tsx";

const home = createRoute({
  getParentRoute: () => layout,
  path: "/",
  component: lazyRouteComponent(() => import("./home-page.tsx"), "HomePage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/connexion",
  validateSearch: ({ retour }: Record<string, unknown>): { retour?: string } =>
    typeof retour === "string" ? { retour } : {},
  component: lazyRouteComponent(
    () => withTexts("session", import("./session/sign-in-page.tsx")),
    "SignInPage",
  ),
});

const firstSteps = createRoute({
  getParentRoute: () => root,
  path: "/premiers-pas",
  component: lazyRouteComponent(
    () => withTexts("session", import("./session/first-administrator-page.tsx")),
    "FirstAdministratorPage",
  ),
});

const comparer = createRoute({
  getParentRoute: () => layout,
  path: "/comparer",
  validateSearch: validateComparerSearch,
  component: lazyRouteComponent(
    () => withTexts("comparison", import("./comparison/comparer-page.tsx")),
    "ComparerPage",
  ),
});

const suppliers = createRoute({
  getParentRoute: () => layout,
  path: "/fournisseurs",
  validateSearch: validateSuppliersSearch,
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
  validateSearch: validateProductsSearch,
  component: lazyRouteComponent(
    () => withTexts("products", import("./products/products-page.tsx")),
    "ProductsPage",
  ),
});

const proofs = createRoute({
  getParentRoute: () => layout,
  path: "/justificatifs",
  validateSearch: validateProofsSearch,
  component: lazyRouteComponent(() => withTexts("proofs", import("./proofs/proofs-page.tsx")), "ProofsPage"),
});

const letter = createRoute({
  getParentRoute: () => layout,
  path: "/justificatifs/lettre",
  validateSearch: validateLetterSearch,
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
  validateSearch: validateLineSearch,
  component: lazyRouteComponent(() => withTexts("lines", import("./lines/lines-page.tsx")), "LinesPage"),
});

const targets = createRoute({
  getParentRoute: () => layout,
  path: "/objectifs",
  validateSearch: validateTargetsSearch,
  component: lazyRouteComponent(
    () => withTexts("targets", import("./targets/targets-page.tsx")),
    "TargetsPage",
  ),
});

const path = createRoute({
  getParentRoute: () => layout,
  path: "/objectifs/chemin",
  validateSearch: validatePathSearch,
  component: lazyRouteComponent(() => withTexts("targets", import("./targets/path-page.tsx")), "PathPage"),
});

const history = createRoute({
  getParentRoute: () => layout,
  path: "/historique",
  validateSearch: validateHistorySearch,
  component: lazyRouteComponent(
    () => withTexts("history", import("./history/history-page.tsx")),
    "HistoryPage",
  ),
});

const entry = createRoute({
  getParentRoute: () => layout,
  path: "/saisie",
  validateSearch: validateEntrySearch,
  component: lazyRouteComponent(() => withTexts("orders", import("./orders/entry-page.tsx")), "EntryPage"),
});

const orders = createRoute({
  getParentRoute: () => layout,
  path: "/commandes",
  validateSearch: validateOrdersSearch,
  component: lazyRouteComponent(() => withTexts("orders", import("./orders/orders-page.tsx")), "OrdersPage"),
});

const order = createRoute({
  getParentRoute: () => layout,
  path: "/commandes/$canteenId/$orderId",
  validateSearch: validateOrderSearch,
  component: lazyRouteComponent(() => withTexts("orders", import("./orders/order-page.tsx")), "OrderPage"),
});

const legumerie = createRoute({
  getParentRoute: () => layout,
  path: "/legumerie",
  validateSearch: validateLegumerieSearch,
  component: lazyRouteComponent(
    () => withTexts("legumerie", import("./legumerie/legumerie-page.tsx")),
    "LegumeriePage",
  ),
});

const imports = createRoute({
  getParentRoute: () => layout,
  path: "/importer",
  validateSearch: validateImportSearch,
  component: lazyRouteComponent(
    () => withTexts("imports", import("./imports/import-page.tsx")),
    "ImportPage",
  ),
});

const invoices = createRoute({
  getParentRoute: () => layout,
  path: "/factures",
  validateSearch: validateInvoicesSearch,
  component: lazyRouteComponent(
    () => withTexts("invoices", import("./invoices/invoices-page.tsx")),
    "InvoicesPage",
  ),
});

const invoice = createRoute({
  getParentRoute: () => layout,
  path: "/factures/$canteenId/$invoiceId",
  validateSearch: validateInvoiceSearch,
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
  signIn,
  firstSteps,
  statement,
  layout.addChildren([
    siteMap,
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
    map,
    change,
    peers,
    legumerie,
    lines,
    targets,
    path,
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

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
