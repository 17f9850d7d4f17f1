import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withTexts } from "./i18n.ts";
import { lateSearch } from "./late-search.ts";
import { layout } from "./layout-route.tsx";

const canteen = createRoute({
  getParentRoute: () => layout,
  path: "/cantine",
  ...lateSearch(async () => (await import("./dashboard/search.ts")).validateDashboardSearch),
  component: lazyRouteComponent(
    () => withTexts("dashboard", import("./dashboard/canteen-page.tsx")),
    "CanteenPage",
  ),
});

const declaration = createRoute({
  getParentRoute: () => layout,
  path: "/cantine/declaration",
  ...lateSearch(async () => (await import("./declarations/search.ts")).validateDeclarationSearch),
  component: lazyRouteComponent(
    () => withTexts("declarations", import("./declarations/declaration-page.tsx")),
    "DeclarationPage",
  ),
});

const canteenSharing = createRoute({
  getParentRoute: () => layout,
  path: "/cantine/affiches",
  ...lateSearch(async () => (await import("./shares-links/search.ts")).validateSharingSearch),
  component: lazyRouteComponent(
    () => withTexts("shares-links", import("./shares-links/canteen-sharing-page.tsx")),
    "CanteenSharingPage",
  ),
});

/** The pages under « Cantine ». */
export const CANTEEN_ROUTES = [canteen, declaration, canteenSharing] as const;
