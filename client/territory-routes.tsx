import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withTexts } from "./i18n.ts";
import { lateSearch } from "./late-search.ts";
import { layout } from "./layout-route.tsx";

export const territory = createRoute({
  getParentRoute: () => layout,
  path: "/territoire",
  ...lateSearch(async () => (await import("./dashboard/search.ts")).validateDashboardSearch),
  component: lazyRouteComponent(
    () => withTexts("dashboard", import("./dashboard/territory-page.tsx")),
    "TerritoryPage",
  ),
});

export const map = createRoute({
  getParentRoute: () => layout,
  path: "/territoire/carte",
  ...lateSearch(async () => (await import("./map/search.ts")).validateMapSearch),
  component: lazyRouteComponent(() => withTexts("map", import("./map/map-page.tsx")), "MapPage"),
});

export const change = createRoute({
  getParentRoute: () => layout,
  path: "/territoire/pourquoi",
  ...lateSearch(async () => (await import("./dashboard/search.ts")).validateChangeSearch),
  component: lazyRouteComponent(
    () => withTexts("dashboard", import("./dashboard/change-page.tsx")),
    "ChangePage",
  ),
});

export const territorySharing = createRoute({
  getParentRoute: () => layout,
  path: "/territoire/partages",
  ...lateSearch(async () => (await import("./shares-links/search.ts")).validateSharingSearch),
  component: lazyRouteComponent(
    () => withTexts("shares-links", import("./shares-links/territory-sharing-page.tsx")),
    "TerritorySharingPage",
  ),
});

export const peers = createRoute({
  getParentRoute: () => layout,
  path: "/territoire/comparaison",
  ...lateSearch(async () => (await import("./peers/search.ts")).validatePeersSearch),
  component: lazyRouteComponent(() => withTexts("peers", import("./peers/peers-page.tsx")), "PeersPage"),
});

export const council = createRoute({
  getParentRoute: () => layout,
  path: "/territoire/cdess",
  ...lateSearch(async () => (await import("./council/search.ts")).validateCouncilSearch),
  component: lazyRouteComponent(
    () => withTexts("council", import("./council/council-page.tsx")),
    "CouncilPage",
  ),
});

export const contracts = createRoute({
  getParentRoute: () => layout,
  path: "/territoire/clauses",
  ...lateSearch(async () => (await import("./clauses/search.ts")).validateContractsSearch),
  component: lazyRouteComponent(
    () => withTexts("clauses", import("./clauses/contracts-page.tsx")),
    "ContractsPage",
  ),
});

export const contract = createRoute({
  getParentRoute: () => layout,
  path: "/territoire/clauses/$contractId",
  component: lazyRouteComponent(
    () => withTexts("clauses", import("./clauses/contract-page.tsx")),
    "ContractPage",
  ),
});
