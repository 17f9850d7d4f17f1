import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { validateDashboardSearch } from "./dashboard/search.ts";
import { validateDeclarationSearch } from "./declarations/search.ts";
import { withTexts } from "./i18n.ts";
import { layout } from "./layout-route.tsx";
import { validateSharingSearch } from "./shares-links/search.ts";

const canteen = createRoute({
  getParentRoute: () => layout,
  path: "/cantine",
  validateSearch: validateDashboardSearch,
  component: lazyRouteComponent(
    () => withTexts("dashboard", import("./dashboard/canteen-page.tsx")),
    "CanteenPage",
  ),
});

const declaration = createRoute({
  getParentRoute: () => layout,
  path: "/cantine/declaration",
  validateSearch: validateDeclarationSearch,
  component: lazyRouteComponent(
    () => withTexts("declarations", import("./declarations/declaration-page.tsx")),
    "DeclarationPage",
  ),
});

const canteenSharing = createRoute({
  getParentRoute: () => layout,
  path: "/cantine/affiches",
  validateSearch: validateSharingSearch,
  component: lazyRouteComponent(
    () => withTexts("shares-links", import("./shares-links/canteen-sharing-page.tsx")),
    "CanteenSharingPage",
  ),
});

/** The pages under « Cantine ». */
export const CANTEEN_ROUTES = [canteen, declaration, canteenSharing] as const;
