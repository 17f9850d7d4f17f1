import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { withTexts } from "./i18n.ts";
import { NotFoundPage } from "./not-found-page.tsx";

export const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
});

/** Parent of the pages that need someone signed in: `getParentRoute: () => layout`. */
export const layout = createRoute({
  getParentRoute: () => root,
  id: "layout",
  // Not for who has still to sign in: it comes with the page, at once.
  component: lazyRouteComponent(() => withTexts("outbox", import("./layout.tsx")), "Layout"),
});
