import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { validateChangeSearch, validateDashboardSearch } from "./dashboard/search.ts";
import { withTexts } from "./i18n.ts";
import { layout } from "./layout-route.tsx";
import { validateMapSearch } from "./map/search.ts";
import { validatePeersSearch } from "./peers/search.ts";
import { validateSharingSearch } from "./shares-links/search.ts";

export const territory = createRoute({
  getParentRoute: () => layout,
  path: "/territoire",
  validateSearch: validateDashboardSearch,
  component: lazyRouteComponent(
    () => withTexts("dashboard", import("./dashboard/territory-page.tsx")),
    "TerritoryPage",
  ),
});

export const map = createRoute({
  getParentRoute: () => layout,
  path: "/territoire/carte",
  validateSearch: validateMapSearch,
  component: lazyRouteComponent(() => withTexts("map", import("./map/map-page.tsx")), "MapPage"),
});

export const change = createRoute({
  getParentRoute: () => layout,
  path: "/territoire/pourquoi",
  validateSearch: validateChangeSearch,
  component: lazyRouteComponent(
    () => withTexts("dashboard", import("./dashboard/change-page.tsx")),
    "ChangePage",
  ),
});

export const territorySharing = createRoute({
  getParentRoute: () => layout,
  path: "/territoire/partages",
  validateSearch: validateSharingSearch,
  component: lazyRouteComponent(
    () => withTexts("shares-links", import("./shares-links/territory-sharing-page.tsx")),
    "TerritorySharingPage",
  ),
});

export const peers = createRoute({
  getParentRoute: () => layout,
  path: "/territoire/comparaison",
  validateSearch: validatePeersSearch,
  component: lazyRouteComponent(() => withTexts("peers", import("./peers/peers-page.tsx")), "PeersPage"),
});
