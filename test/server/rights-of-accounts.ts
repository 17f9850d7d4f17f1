import { newId } from "../../shared/ids.ts";
import type { RightsRow } from "./rights-row.ts";

/** One's own account, who is signed in, and the accounts of an organisation. */
export const ACCOUNT_RIGHTS: Readonly<Record<string, RightsRow>> = {
  "account.askErasure": { scope: "signed-in", right: null, input: () => ({ asked: false }) },
  "account.erasureAskedAt": { scope: "signed-in", right: null },
  "account.ownData": { scope: "signed-in", right: null },
  "account.closeOtherSessions": { scope: "signed-in", right: null },
  "account.closeSession": {
    scope: "signed-in",
    right: null,
    input: () => ({ sessionId: "0".repeat(64) }),
  },
  "account.sessions": { scope: "signed-in", right: null },
  "session.changePassword": { scope: "signed-in", right: null },
  "session.createFirstAdministrator": { scope: "public", right: null },
  "session.current": { scope: "public", right: null },
  "session.searchTerritories": { scope: "public", right: null },
  "session.setLocale": { scope: "signed-in", right: null, input: () => ({ locale: "fr" }) },
  "session.signIn": { scope: "public", right: null },
  "session.signOut": { scope: "public", right: null },
  "session.signOutEverywhere": { scope: "signed-in", right: null },
  "invitations.accept": { scope: "public", right: null },
  "invitations.open": { scope: "public", right: null },
  "passkeys.add": { scope: "signed-in", right: null },
  "passkeys.list": { scope: "signed-in", right: null },
  "passkeys.remove": { scope: "signed-in", right: null, input: () => ({ id: "none" }) },
  "passkeys.signIn": { scope: "public", right: null },
  "passkeys.start": { scope: "signed-in", right: null },
  "passkeys.startSignIn": { scope: "public", right: null },
  "twoStep.confirm": { scope: "signed-in", right: null },
  "twoStep.remakeRecoveryCodes": { scope: "signed-in", right: null },
  "twoStep.remove": { scope: "signed-in", right: null },
  "twoStep.start": { scope: "signed-in", right: null },
  "twoStep.state": { scope: "signed-in", right: null },
  "users.create": {
    scope: "organisation",
    right: "organisation.write",
    input: ({ canteenId }) => ({
      name: "Nouvelle personne",
      email: `${newId()}@example.fr`,
      grants: [{ role: "kitchen", scopeKind: "canteen", scopeId: canteenId }],
    }),
  },
  "users.list": { scope: "organisation", right: "organisation.write" },
  "users.resetPassword": {
    scope: "organisation",
    right: "organisation.write",
    input: ({ userId }) => ({ userId }),
    foreign: ({ userId }) => ({ userId }),
  },
  "users.namingTexts": {
    scope: "organisation",
    right: "organisation.write",
    input: ({ userId }) => ({ userId }),
    foreign: ({ userId }) => ({ userId }),
  },
  "users.erase": {
    scope: "organisation",
    right: "organisation.write",
    // Erasing the one that other rows need would change what they are about.
    input: () => ({ userId: "not an id" }),
    foreign: ({ userId }) => ({ userId }),
  },
  "users.resetTwoStep": {
    scope: "organisation",
    right: "organisation.write",
    input: ({ userId }) => ({ userId }),
    foreign: ({ userId }) => ({ userId }),
  },
  "users.setDisabled": {
    scope: "organisation",
    right: "organisation.write",
    input: ({ userId }) => ({ userId, disabled: false }),
    foreign: ({ userId }) => ({ userId, disabled: true }),
  },
};
