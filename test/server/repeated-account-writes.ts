import { PASSWORD } from "../support/people.ts";
import type { RepeatedWrite } from "./repeated-writes.ts";

/** Accounts and passwords, one's own last. */
export const ACCOUNT_WRITES: readonly RepeatedWrite[] = [
  {
    name: "an account",
    procedure: "users.create",
    input: ({ organisationId, canteenId }) => ({
      organisationId,
      name: "Répétée Dupont",
      email: "repetee@example.fr",
      grants: [{ role: "kitchen", scopeKind: "canteen", scopeId: canteenId }],
    }),
    adds: 1,
    // The password made is told once.
    again: 409,
  },
  {
    name: "a password replaced",
    procedure: "users.resetPassword",
    input: ({ organisationId, userId }) => ({ organisationId, userId, password: "panais-et-rutabagas" }),
    adds: 1,
  },
  {
    name: "a role taken back",
    procedure: "grants.revoke",
    input: async ({ organisationId, userId, otherCanteenId, ask }) => ({
      organisationId,
      grantId: grantOf(await ask("users.list", { organisationId }), { userId, scopeId: otherCanteenId }),
    }),
    adds: 1,
    again: 404,
  },
  {
    name: "one's other sessions closed",
    procedure: "account.closeOtherSessions",
    input: () => ({}),
    adds: 0,
  },
  {
    name: "a session closed that is no longer open",
    procedure: "account.closeSession",
    input: () => ({ sessionId: "0".repeat(64) }),
    adds: 0,
  },
  {
    name: "one's own wish to be forgotten",
    procedure: "account.askErasure",
    input: () => ({ asked: true }),
    adds: 0,
  },
  {
    name: "a passkey removed that is not there",
    procedure: "passkeys.remove",
    input: () => ({ id: "none" }),
    adds: 0,
  },
  {
    name: "a second step offered",
    procedure: "twoStep.start",
    input: () => ({ currentPassword: PASSWORD }),
    adds: 0,
  },
  {
    name: "a second step taken away",
    procedure: "twoStep.remove",
    input: () => ({ currentPassword: PASSWORD }),
    adds: 0,
  },
  {
    name: "a second step taken from who has none",
    procedure: "users.resetTwoStep",
    input: ({ organisationId, userId }) => ({ organisationId, userId }),
    adds: 0,
  },
  {
    name: "a person erased",
    procedure: "users.erase",
    input: ({ organisationId, userId }) => ({ organisationId, userId }),
    adds: 1,
  },
  {
    name: "one's own password",
    procedure: "session.changePassword",
    input: () => ({ currentPassword: PASSWORD, newPassword: "navets-et-topinambours" }),
    adds: 0,
  },
];

function grantOf(users: unknown, { userId, scopeId }: { userId: string; scopeId: string }): string {
  const people = users as { id: string; grants: { id: string; scopeId: string }[] }[];
  const grants = people.find(({ id }) => id === userId)?.grants ?? [];
  return grants.find((grant) => grant.scopeId === scopeId)?.id ?? "";
}
