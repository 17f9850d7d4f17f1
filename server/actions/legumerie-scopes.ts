import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { NamedLegumerie } from "../../db/queries/legumerie-places.ts";
import { findLegumerie, listLegumeries, listServableCanteens } from "../../db/queries/legumerie-places.ts";
import type { Scope } from "../../db/queries/reaches.ts";
import { isLegumerieInScopes, listCanteenIdsInScopes } from "../../db/queries/scopes.ts";
import type { Id } from "../../shared/ids.ts";
import { AppError } from "../app-error.ts";
import type { VisibleCanteens } from "./legumerie-read.ts";

/** A workshop the caller may read. */
export interface ReadableLegumerie extends NamedLegumerie {
  mayWrite: boolean;
}

/** Workshops that the scopes reach, by name. */
export async function readLegumeries(
  db: Kysely<Database>,
  { readable, writable }: { readable: readonly Scope[]; writable: readonly Scope[] },
): Promise<ReadableLegumerie[]> {
  const found: ReadableLegumerie[] = [];
  for (const legumerie of await listLegumeries(db)) {
    const { id: legumerieId } = legumerie;
    if (!(await isLegumerieInScopes(db, { legumerieId, scopes: readable }))) continue;
    found.push({
      ...legumerie,
      mayWrite: await isLegumerieInScopes(db, { legumerieId, scopes: writable }),
    });
  }
  return found;
}

/** Canteens whose name and prices the scopes may be told: the workshop's own people know all their customers. */
export async function visibleCanteens(
  db: Kysely<Database>,
  { legumerieId, scopes }: { legumerieId: Id; scopes: readonly Scope[] },
): Promise<VisibleCanteens> {
  if (worksThere(scopes, legumerieId)) return null;
  return new Set(await listCanteenIdsInScopes(db, scopes));
}

/** Canteens the scopes may deliver to from the workshop, by name; outside its own people, only their own. */
export async function readServableCanteens(
  db: Kysely<Database>,
  { legumerieId, scopes }: { legumerieId: Id; scopes: readonly Scope[] },
): Promise<{ id: Id; name: string }[]> {
  const legumerie = await findLegumerie(db, legumerieId);
  const servable = await listServableCanteens(db, {
    legumerieId,
    departement: legumerie?.departement ?? null,
  });
  const visible = await visibleCanteens(db, { legumerieId, scopes });
  return servable
    .filter(({ id }) => visible === null || visible.has(id))
    .map(({ id, name }) => ({ id, name }));
}

/** NOT_FOUND when the scopes may not deliver to the canteen from the workshop: as for one that does not exist. */
export async function requireServableCanteen(
  db: Kysely<Database>,
  { canteenId, ...key }: { legumerieId: Id; scopes: readonly Scope[]; canteenId: Id },
): Promise<void> {
  const servable = await readServableCanteens(db, key);
  if (!servable.some(({ id }) => id === canteenId)) throw new AppError("NOT_FOUND");
}

function worksThere(scopes: readonly Scope[], legumerieId: Id): boolean {
  return scopes.some(({ scopeKind, scopeId }) => scopeKind === "legumerie" && scopeId === legumerieId);
}
