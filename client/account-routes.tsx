import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withTexts } from "./i18n.ts";
import { layout, root } from "./layout-route.tsx";

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

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: lazyRouteComponent(
    () => withTexts("session", import("./session/invitation-page.tsx")),
    "InvitationPage",
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

export const account = createRoute({
  getParentRoute: () => layout,
  path: "/compte",
  component: lazyRouteComponent(
    () => withTexts("account", import("./account/account-page.tsx")),
    "AccountPage",
  ),
});

/** For who is not signed in. */
export const SIGN_IN_ROUTES = [signIn, firstSteps, invitation] as const;
