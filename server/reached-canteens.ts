import type { Kysely } from "kysely";
import type { Database } from "../db/database.ts";
import { findCanteenGroup } from "../db/queries/canteen-groups.ts";
import type { Scope } from "../db/queries/reaches.ts";
import {
  isTerritoryGranted,
  listCanteenIdsInScopes,
  listCanteenIdsInTerritory,
} from "../db/queries/scopes.ts";
import type { Id } from "../shared/ids.ts";
import { AppError } from "./app-error.ts";

/** Which canteens are asked for; absent or null: no condition. */
export interface CanteensAsked {
  territoryCode?: string | null | undefined;
  groupId?: Id | null | undefined;
  canteenId?: Id | null | undefined;
}

/**
 * Canteens that the scopes reach in a territory (in all, without one), in a group, or one alone; sorted by id.
 * NOT_FOUND: a territory without any that nobody granted, a group or a canteen that is not among them.
 */
export async function reachedCanteens(
  reader: Kysely<Database>,
  scopes: readonly Scope[],
  { territoryCode, groupId, canteenId }: CanteensAsked,
): Promise<Id[]> {
  const reached = await reachedInTerritory(reader, scopes, territoryCode ?? null);
  const grouped = groupId ? await inGroup(reader, reached, groupId) : reached;
  if (!canteenId) return grouped;
  if (!grouped.includes(canteenId)) throw new AppError("NOT_FOUND");
  return [canteenId];
}

async function reachedInTerritory(
  reader: Kysely<Database>,
  scopes: readonly Scope[],
  territoryCode: string | null,
): Promise<Id[]> {
  if (territoryCode === null) return listCanteenIdsInScopes(reader, scopes);
  const inside = await listCanteenIdsInTerritory(reader, { territoryCode, scopes });
  if (inside.length === 0 && !(await isTerritoryGranted(reader, { territoryCode, scopes })))
    throw new AppError("NOT_FOUND");
  return inside;
}

async function inGroup(reader: Kysely<Database>, canteenIds: readonly Id[], groupId: Id): Promise<Id[]> {
  const members = new Set((await findCanteenGroup(reader, groupId))?.canteenIds);
  const both = canteenIds.filter((id) => members.has(id));
  if (both.length === 0) throw new AppError("NOT_FOUND");
  return both;
}
