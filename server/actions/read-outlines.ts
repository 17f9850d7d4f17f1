import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCommunesAround } from "../../db/queries/map.ts";
import { listOutlineNeeds, listOutlines } from "../../db/queries/outlines.ts";
import type { Id } from "../../shared/ids.ts";
import type { MapOutlines, OutlineTopology } from "../../shared/map.ts";
import { MOST_OUTLINED_DEPARTEMENTS } from "../../shared/map.ts";
import { REFERENCE_SETTING } from "./load-reference.ts";
import { OFFICIAL_SETTING } from "./update-reference.ts";

const E6 = 1_000_000;
const MOST_KEPT = 120;

interface Outline {
  official: boolean;
  topology: OutlineTopology;
}

/** Outlines read or worked out before, by version of the positions and département: half a second each time otherwise. */
const kept = new Map<string, Outline>();

/**
 * Outlines of the EPCI of the départements where the canteens stand, those with the most canteens first. One statement
 * says which; the first time, one more reads the official ones, and one the communes of each département without.
 */
export async function readOutlines(db: Kysely<Database>, canteenIds: readonly Id[]): Promise<MapOutlines> {
  const settings = [REFERENCE_SETTING, OFFICIAL_SETTING] as const;
  const { departements, values } = await listOutlineNeeds(db, { canteenIds, settings });
  const wanted = departements.slice(0, MOST_OUTLINED_DEPARTEMENTS);
  const keyOf = (departement: string) => `${values.join(" ")} ${departement}`;
  await keepOfficial(
    db,
    wanted.filter((departement) => !kept.has(keyOf(departement))),
    keyOf,
  );
  const outlines: Outline[] = [];
  for (const departement of wanted)
    outlines.push(kept.get(keyOf(departement)) ?? (await approximate(db, departement, keyOf(departement))));
  return {
    approximate: outlines.some(({ official }) => !official),
    topologies: outlines.map(({ topology }) => topology).filter(({ arcs }) => arcs.length > 0),
  };
}

async function keepOfficial(
  db: Kysely<Database>,
  departements: readonly string[],
  keyOf: (departement: string) => string,
): Promise<void> {
  for (const [departement, topology] of await listOutlines(db, departements))
    keep(keyOf(departement), { official: true, topology });
}

async function approximate(db: Kysely<Database>, departement: string, key: string): Promise<Outline> {
  const { approximateOutlines, OUTLINE_MARGIN } = await import("../reference/outlines.ts");
  const communes = await listCommunesAround(db, { departement, marginE6: OUTLINE_MARGIN * E6 });
  return keep(key, { official: false, topology: approximateOutlines(communes, departement) });
}

function keep(key: string, outline: Outline): Outline {
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, outline);
  return outline;
}
