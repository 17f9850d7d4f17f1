import { roleHolds } from "../../shared/permissions.ts";
import type { SessionCanteen } from "../../shared/session.ts";
import { useSession } from "../session-context.tsx";

/** Records the person may read: of which canteens, and of the organisation or not. */
export interface Journals {
  canteens: readonly SessionCanteen[];
  organisation: boolean;
}

/** A canteen reached by another right (a kitchen's) has no record for this person. */
export function useJournals(): Journals {
  const { grants, canteens } = useSession();
  const holding = grants.filter((grant) => roleHolds(grant.role, "audit.read"));
  const organisation = holding.some(({ scopeKind }) => scopeKind === "organisation");
  const own = new Set(
    holding.filter(({ scopeKind }) => scopeKind === "canteen").map(({ scopeId }) => scopeId),
  );
  return { organisation, canteens: organisation ? canteens : canteens.filter(({ id }) => own.has(id)) };
}
