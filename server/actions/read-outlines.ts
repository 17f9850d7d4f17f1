import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCommunesAround, listPlacedCanteens } from "../../db/queries/map.ts";
import { listOutlines } from "../../db/queries/outlines.ts";
import { findSetting } from "../../db/queries/settings.ts";
import type { Id } from "../../shared/ids.ts";
import type { MapOutlines, OutlineTopology } from "../../shared/map.ts";
import { MOST_OUTLINED_DEPARTEMENTS } from "../../shared/map.ts";
import { approximateOutlines, OUTLINE_MARGIN } from "../reference/outlines.ts";
import { OFFICIAL_SETTING } from "./update-reference.ts";

const E6 = 1_000_000;
/** Outlines worked out before, by version of the positions and département: half a second each time otherwise. */
const kept = new Map<string, OutlineTopology>();
const MOST_KEPT = 120;

/** Outlines of the EPCI of the départements where the canteens stand, those with the most canteens first. */
export async function readOutlines(db: Kysely<Database>, canteenIds: readonly Id[]): Promise<MapOutlines> {
  const canteens = await listPlacedCanteens(db, canteenIds);
  const version = `${await findSetting(db, "reference-version")} ${await findSetting(db, OFFICIAL_SETTING)}`;
  const counts = new Map<string, number>();
  for (const { departement } of canteens) counts.set(departement, (counts.get(departement) ?? 0) + 1);
  const departements = [...counts]
    .toSorted(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .slice(0, MOST_OUTLINED_DEPARTEMENTS);
  const official = await listOutlines(
    db,
    departements.map(([departement]) => departement),
  );
  const topologies: OutlineTopology[] = [];
  for (const [departement] of departements)
    topologies.push(official.get(departement) ?? (await approximate(db, departement, version)));
  return {
    approximate: official.size < departements.length,
    topologies: topologies.filter(({ arcs }) => arcs.length > 0),
  };
}

async function approximate(
  db: Kysely<Database>,
  departement: string,
  version: string,
): Promise<OutlineTopology> {
  const key = `${version} ${departement}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const communes = await listCommunesAround(db, { departement, marginE6: OUTLINE_MARGIN * E6 });
  const topology = approximateOutlines(communes, departement);
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, topology);
  return topology;
}
