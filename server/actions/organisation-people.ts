import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { findCanteen } from "../../db/queries/canteens.ts";
import { listGrantedOutsideScopes, listUserIdsOfOrganisation } from "../../db/queries/grants.ts";
import { findOrganisation } from "../../db/queries/organisations.ts";
import type { Scope } from "../../db/queries/scopes.ts";
import { isLegumerieInScopes, isTerritoryWithin } from "../../db/queries/scopes.ts";
import type { Id } from "../../shared/ids.ts";

/**
 * Whether an administrator of the organisation may grant on the scope: the organisation, its canteens, territories
 * inside the one it acts for, and the légumeries it reaches.
 */
export async function administers(db: Kysely<Database>, organisationId: Id, scope: Scope): Promise<boolean> {
  const { scopeKind, scopeId } = scope;
  switch (scopeKind) {
    case "organisation":
      return scopeId === organisationId;
    case "canteen":
      return (await findCanteen(db, scopeId))?.organisationId === organisationId;
    case "territory": {
      const outer = (await findOrganisation(db, organisationId))?.territory_code ?? null;
      return outer !== null && (await isTerritoryWithin(db, { inner: scopeId, outer }));
    }
    case "legumerie":
      return await isLegumerieInScopes(db, {
        legumerieId: scopeId,
        scopes: [{ scopeKind: "organisation", scopeId: organisationId }],
      });
  }
}

/** People with a grant on what the organisation administers; ids, sorted. */
export async function listPeopleIds(db: Kysely<Database>, organisationId: Id): Promise<Id[]> {
  const others: Scope[] = [];
  for (const scope of await listGrantedOutsideScopes(db))
    if (await administers(db, organisationId, scope)) others.push(scope);
  return await listUserIdsOfOrganisation(db, { organisationId, others });
}
