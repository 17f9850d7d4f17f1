import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { validateGroupedSearch } from "./grouped-orders/search.ts";
import { withTexts } from "./i18n.ts";
import { layout } from "./layout-route.tsx";
import { validatePriceListsSearch } from "./price-lists/search.ts";
import { validateProcurementSearch } from "./procurement/search.ts";
import { validateQuotesSearch } from "./quotes/search.ts";

/** Prices and procurement, under « Fournisseurs » and « Comparer ». */
export const priceLists = createRoute({
  getParentRoute: () => layout,
  path: "/fournisseurs/mercuriales",
  validateSearch: validatePriceListsSearch,
  component: lazyRouteComponent(
    () => withTexts("price-lists", import("./price-lists/price-lists-page.tsx")),
    "PriceListsPage",
  ),
});

export const procurement = createRoute({
  getParentRoute: () => layout,
  path: "/fournisseurs/marches",
  validateSearch: validateProcurementSearch,
  component: lazyRouteComponent(
    () => withTexts("procurement", import("./procurement/procurement-page.tsx")),
    "ProcurementPage",
  ),
});

export const quotes = createRoute({
  getParentRoute: () => layout,
  path: "/fournisseurs/devis",
  validateSearch: validateQuotesSearch,
  component: lazyRouteComponent(() => withTexts("quotes", import("./quotes/quotes-page.tsx")), "QuotesPage"),
});

export const groupedOrders = createRoute({
  getParentRoute: () => layout,
  path: "/comparer/groupees",
  validateSearch: validateGroupedSearch,
  component: lazyRouteComponent(
    () => withTexts("grouped-orders", import("./grouped-orders/grouped-page.tsx")),
    "GroupedPage",
  ),
});
