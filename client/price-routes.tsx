import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withTexts } from "./i18n.ts";
import { lateSearch } from "./late-search.ts";
import { layout } from "./layout-route.tsx";

/** Prices and procurement, under « Fournisseurs » and « Comparer ». */
export const priceLists = createRoute({
  getParentRoute: () => layout,
  path: "/fournisseurs/mercuriales",
  ...lateSearch(async () => (await import("./price-lists/search.ts")).validatePriceListsSearch),
  component: lazyRouteComponent(
    () => withTexts("price-lists", import("./price-lists/price-lists-page.tsx")),
    "PriceListsPage",
  ),
});

export const procurement = createRoute({
  getParentRoute: () => layout,
  path: "/fournisseurs/marches",
  ...lateSearch(async () => (await import("./procurement/search.ts")).validateProcurementSearch),
  component: lazyRouteComponent(
    () => withTexts("procurement", import("./procurement/procurement-page.tsx")),
    "ProcurementPage",
  ),
});

export const quotes = createRoute({
  getParentRoute: () => layout,
  path: "/fournisseurs/devis",
  ...lateSearch(async () => (await import("./quotes/search.ts")).validateQuotesSearch),
  component: lazyRouteComponent(() => withTexts("quotes", import("./quotes/quotes-page.tsx")), "QuotesPage"),
});

export const groupedOrders = createRoute({
  getParentRoute: () => layout,
  path: "/comparer/groupees",
  ...lateSearch(async () => (await import("./grouped-orders/search.ts")).validateGroupedSearch),
  component: lazyRouteComponent(
    () => withTexts("grouped-orders", import("./grouped-orders/grouped-page.tsx")),
    "GroupedPage",
  ),
});
