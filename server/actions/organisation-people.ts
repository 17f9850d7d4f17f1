import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { findCanteen } from "../../db/queries/canteens.ts";
import { listGrantedOutsideScopes, listUserIdsOfOrganisation } from "../../db/queries/grants.ts";
import { findOrganisation, listOrganisations } from "../../db/queries/organisations.ts";
import type { Scope } from "../../db/queries/reaches.ts";
import { isLegumerieInScopes, isTerritoryWithin } from "../../db/queries/scopes.ts";
import type { Id } from "../../shared/ids.ts";
import { AppError } from "../app-error.ts";

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

const LOST = "granted-place-lost";

/**
 * Runs a change of what organisations administer. Throws a refusal that `isGrantLost` recognises, which undoes the
 * transaction, when someone would keep a role on a place that no administrator could take back any more.
 */
export async function keepingGrants<T>(db: Kysely<Database>, change: () => Promise<T>): Promise<T> {
  const before = await listAdministered(db);
  const result = await change();
  const after = new Set(await listAdministered(db));
  if (before.some((key) => !after.has(key))) throw new AppError("CONFLICT", { reason: LOST });
  return result;
}

export function isGrantLost(error: unknown): boolean {
  return error instanceof AppError && error.details.reason === LOST;
}

/** Each organisation with each territory and légumerie it administers and somebody has a role on. */
async function listAdministered(db: Kysely<Database>): Promise<string[]> {
  const keys: string[] = [];
  const scopes = await listGrantedOutsideScopes(db);
  for (const { id } of await listOrganisations(db))
    for (const scope of scopes)
      if (await administers(db, id, scope)) keys.push(`${id}/${scope.scopeKind}/${scope.scopeId}`);
  return keys;
}
