import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { HomePage } from "./home-page.tsx";
import { Layout } from "./layout.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { ErrorState } from "./ui/error-state.tsx";
import { LoadingSkeleton } from "./ui/loading-skeleton.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

/** Parent of the pages that need someone signed in: `getParentRoute: () => layout`. */
const layout = createRoute({ getParentRoute: () => root, id: "layout", component: Layout });

const home = createRoute({ getParentRoute: () => layout, path: "/", component: HomePage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/connexion",
  validateSearch: ({ retour }: Record<string, unknown>): { retour?: string } =>
    typeof retour === "string" ? { retour } : {},
  component: lazyRouteComponent(() => import("./session/sign-in-page.tsx"), "SignInPage"),
});

const firstSteps = createRoute({
  getParentRoute: () => root,
  path: "/premiers-pas",
  component: lazyRouteComponent(
    () => import("./session/first-administrator-page.tsx"),
    "FirstAdministratorPage",
  ),
});

/** Register of pages: a feature adds its route above and its name in the layout's line below. */
const routeTree = root.addChildren([signIn, firstSteps, layout.addChildren([home])]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  scrollRestoration: true,
  defaultPendingComponent: LoadingSkeleton,
  defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
