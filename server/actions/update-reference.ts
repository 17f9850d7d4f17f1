import { insertCommunes, listCommunes } from "../../db/queries/communes.ts";
import { listOrganisationIdsOfScope } from "../../db/queries/local-definitions.ts";
import { upsertOutlines } from "../../db/queries/outlines.ts";
import { putSetting } from "../../db/queries/settings.ts";
import { listTerritoriesByCodes } from "../../db/queries/territories.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Point } from "../../shared/geo/distance.ts";
import type { Id } from "../../shared/ids.ts";
import type { OutlineTopology } from "../../shared/map.ts";
import type { Moved } from "../../shared/moves.ts";
import { addMoved, NOTHING_MOVED } from "../../shared/moves.ts";
import type { Commune } from "../../shared/territories.ts";
import { territoryCode } from "../../shared/territories.ts";
import type { ActionContext } from "../action-context.ts";
import type { OfficialSource } from "../reference/official-data.ts";
import { fetchCentres, fetchContours } from "../reference/official-data.ts";
import type { GridPoint, OwnedRings } from "../reference/topology.ts";
import { outlineTopology } from "../reference/topology.ts";
import { planReclassification, runReclassification } from "./reclassify.ts";

/** Raised by each update: what was worked out from former positions is out of date. */
export const OFFICIAL_SETTING = "reference-official";
/** Points of the grid that an outline may be straightened by: about 150 m, less than a pixel of a département. */
const TOLERANCE = 14;

export interface ReferenceUpdate {
  /** Communes whose position is now the official centre. */
  communes: number;
  /** Known communes that the official data does not have: they keep their position. */
  missing: number;
  /** Départements whose outlines are now exact. */
  departements: string[];
  /** What « local » lines became. */
  moved: Moved;
}

/**
 * Official centres of communes and contours of these départements, all read before anything is written, in one
 * transaction; then the lines whose « local » is a distance are classified anew. OfficialDataError: nothing changed.
 */
export async function updateReference(
  ctx: ActionContext,
  { source, departements }: { source: OfficialSource; departements: readonly string[] },
): Promise<ReferenceUpdate> {
  const centres = await fetchCentres(source);
  const known = await listCommunes(ctx.reader);
  const outlines: { departement: string; topology: OutlineTopology }[] = [];
  for (const departement of departements) {
    const contours = await fetchContours(source, departement);
    outlines.push({ departement, topology: await outlinesOf(ctx, known, contours) });
  }
  const placed = known.flatMap((commune) => placeAt(commune, centres.get(commune.code)));
  const jobs = await inTransaction(ctx.db, async (trx) => {
    await insertCommunes(trx, placed);
    for (const one of outlines) await upsertOutlines(trx, { ...one, loadedAt: ctx.now });
    await putSetting(trx, { key: OFFICIAL_SETTING, value: ctx.now });
    const planned: Id[] = [];
    for (const id of await listOrganisationIdsOfScope(trx, "KM"))
      planned.push(await planReclassification(trx, ctx, { kind: "organisation", id }));
    return planned;
  });
  let moved = NOTHING_MOVED;
  for (const job of jobs) moved = addMoved(moved, await runReclassification(ctx, job));
  return {
    communes: placed.length,
    missing: known.length - placed.length,
    departements: [...departements],
    moved,
  };
}

/** The rule measures from the centre itself: nothing is uncertain any more. */
function placeAt(commune: Commune, centre: Point | undefined): Commune[] {
  if (centre === undefined) return [];
  return [{ ...commune, position: { ...centre, uncertaintyM: 0 }, positionSource: "official" }];
}

async function outlinesOf(
  { reader }: ActionContext,
  known: readonly Commune[],
  contours: ReadonlyMap<string, GridPoint[][]>,
): Promise<OutlineTopology> {
  const epcis = new Map(known.map(({ code, epci }) => [code, epci]));
  const codes = [...contours.keys()].flatMap((code) => {
    const epci = epcis.get(code);
    return epci ? [territoryCode("EPCI", epci)] : [];
  });
  const territories = await listTerritoriesByCodes(reader, codes);
  const names = new Map(territories.map(({ code, name }) => [code, name]));
  const areas = [...contours].map(([code, rings]): OwnedRings => {
    const id = epcis.get(code) ?? "";
    return { id, name: names.get(territoryCode("EPCI", id)) ?? "", rings };
  });
  return outlineTopology(areas, TOLERANCE);
}
