import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCanteenGroups } from "../../db/queries/canteen-groups.ts";
import { listLegumeries } from "../../db/queries/legumerie-places.ts";
import { listMeasures } from "../../db/queries/measures.ts";
import type { Scope } from "../../db/queries/reaches.ts";
import {
  isLegumerieInScopes,
  listCanteenIdsInScopes,
  listCanteensInScopes,
} from "../../db/queries/scopes.ts";
import type { CanteenGroup } from "../../shared/canteen-groups.ts";
import type { Id } from "../../shared/ids.ts";
import type { Measure } from "../../shared/measures.ts";

/** What the caller may read the figures of: scopes of `figures.read`, and of `legumerie.read`. */
export interface MeasureScopes {
  figures: readonly Scope[];
  workshops: readonly Scope[];
}

/** A measure that may be read: what its figure is made of, and the name of that place; null: the whole organisation. */
export interface ReachedMeasure {
  measure: Measure;
  canteenIds: readonly Id[];
  legumerieId: Id | null;
  scopeName: string | null;
}

/**
 * Measures that the scopes may read, the nearest due first: those whose figure they may read in full. One of the
 * whole organisation needs every canteen of it; one of a group, every canteen of the group.
 */
export async function reachMeasures(db: Kysely<Database>, scopes: MeasureScopes): Promise<ReachedMeasure[]> {
  const canteens = await listCanteensInScopes(db, scopes.figures);
  const reached = new Map(canteens.map(({ id, name }) => [id, name]));
  const granted = scopes.figures.filter(({ scopeKind }) => scopeKind === "organisation");
  const organisationIds = [
    ...new Set([
      ...canteens.map(({ organisationId }) => organisationId),
      ...granted.map(({ scopeId }) => scopeId),
    ]),
  ];
  const workshops = new Map<Id, string>();
  for (const { id, name } of await listLegumeries(db))
    if (await isLegumerieInScopes(db, { legumerieId: id, scopes: scopes.workshops })) workshops.set(id, name);
  const measures = await listMeasures(db, { organisationIds, legumerieIds: [...workshops.keys()] });
  const groups = new Map((await listCanteenGroups(db, organisationIds)).map((group) => [group.id, group]));
  const whole = await wholeOrganisations(db, { organisationIds, reached });
  const places: ReachedPlaces = { whole, groups, canteens: reached, workshops };
  return measures.flatMap((measure) => reachedMeasure(measure, places) ?? []);
}

interface ReachedPlaces {
  whole: ReadonlyMap<Id, readonly Id[]>;
  groups: ReadonlyMap<Id, CanteenGroup>;
  /** Names. */
  canteens: ReadonlyMap<Id, string>;
  workshops: ReadonlyMap<Id, string>;
}

function reachedMeasure(measure: Measure, places: ReachedPlaces): ReachedMeasure | null {
  const { scopeKind, scopeId } = measure;
  switch (scopeKind) {
    case "organisation": {
      const canteenIds = places.whole.get(scopeId);
      return canteenIds === undefined ? null : { measure, canteenIds, legumerieId: null, scopeName: null };
    }
    case "group": {
      const group = places.groups.get(scopeId);
      if (group === undefined || !group.canteenIds.every((id) => places.canteens.has(id))) return null;
      return { measure, canteenIds: group.canteenIds, legumerieId: null, scopeName: group.name };
    }
    case "canteen": {
      const scopeName = places.canteens.get(scopeId);
      return scopeName === undefined
        ? null
        : { measure, canteenIds: [scopeId], legumerieId: null, scopeName };
    }
    case "legumerie": {
      const scopeName = places.workshops.get(scopeId);
      return scopeName === undefined ? null : { measure, canteenIds: [], legumerieId: scopeId, scopeName };
    }
  }
}

/** Organisations of which every canteen is reached, with their canteens. */
async function wholeOrganisations(
  db: Kysely<Database>,
  { organisationIds, reached }: { organisationIds: readonly Id[]; reached: ReadonlyMap<Id, string> },
): Promise<Map<Id, Id[]>> {
  const whole = new Map<Id, Id[]>();
  for (const scopeId of organisationIds) {
    const canteenIds = await listCanteenIdsInScopes(db, [{ scopeKind: "organisation", scopeId }]);
    if (canteenIds.every((id) => reached.has(id))) whole.set(scopeId, canteenIds);
  }
  return whole;
}
