import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCells } from "../../db/queries/cells.ts";
import type { OriginSum } from "../../db/queries/map.ts";
import { sumLinesByOrigin } from "../../db/queries/map.ts";
import type { MapSurroundings } from "../../db/queries/map-surroundings.ts";
import { findMapSurroundings } from "../../db/queries/map-surroundings.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { GroupFigures } from "../../shared/figures.ts";
import { totalsOf, yearsUpTo } from "../../shared/figures.ts";
import type { Id } from "../../shared/ids.ts";
import { groupCells } from "../../shared/indicators/groups.ts";
import type { JudgedCell } from "../../shared/indicators/judged-cells.ts";
import { judgeCells, sharesOfJudged } from "../../shared/indicators/judged-cells.ts";
import { localDefinitionOn } from "../../shared/local-definitions.ts";
import type { MapFigures, MapFlow, MapFlows } from "../../shared/map.ts";
import { MOST_CANTEENS_WITH_FLOWS } from "../../shared/map.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { AppError } from "../app-error.ts";

export interface MapAsked {
  range: MonthRange;
  family: Family | null;
  today: IsoDate;
}

/** The canteens and their suppliers, each with its place, its purchases and its rates, in two statements. */
export async function readMap(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
  { range, family, today }: MapAsked,
): Promise<MapFigures> {
  const [read, around] = await Promise.all([
    listCells(db, { canteenIds, ...range, narrowed: family === null ? {} : { family } }),
    findMapSurroundings(db, { canteenIds, ...range }),
  ]);
  const cells = judgeCells(read);
  const [byCanteen, bySupplier] = [groupCells(cells, "canteen"), groupCells(cells, "supplier")];
  return {
    range,
    family,
    today,
    years: yearsUpTo(today, around.months),
    totals: totalsOf(cells),
    canteens: around.canteens
      .filter(({ id, active }) => active || byCanteen.has(id))
      .map(({ id, name, communeName, epciName, position }) => ({
        ...figuresOf(id, byCanteen.get(id) ?? []),
        ...{ name, communeName, epciName, position },
      })),
    suppliers: around.suppliers
      .filter(({ id }) => bySupplier.has(id))
      .map(({ id, name, kind, communeName, place, position }) => ({
        ...figuresOf(id, bySupplier.get(id) ?? []),
        ...{ name, kind, communeName, place, position },
      }))
      .toSorted((a, b) => b.totals.amountCents - a.totals.amountCents || (a.key < b.key ? -1 : 1)),
    localRadiusM: commonRadiusM(around, today),
  };
}

/** Where what these canteens bought was produced, in one statement. NOT_FOUND: the canteen is not among them. */
export async function readMapFlows(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
  { range, family, canteenId }: Omit<MapAsked, "today"> & { canteenId: Id | null },
): Promise<MapFlows> {
  if (canteenId !== null && !canteenIds.includes(canteenId)) throw new AppError("NOT_FOUND");
  const wanted = canteenId === null ? canteenIds : [canteenId];
  const tooMany = wanted.length > MOST_CANTEENS_WITH_FLOWS;
  const sums = tooMany ? [] : await sumLinesByOrigin(db, { canteenIds: wanted, family, ...range });
  const sum = (some: readonly OriginSum[]) => some.reduce((total, { amountCents }) => total + amountCents, 0);
  return {
    flows: flowsOf(sums),
    severalCents: sum(sums.filter(({ communes }) => communes.length > 1)),
    unknownCents: sum(sums.filter(({ communes }) => communes.length === 0)),
    totalCents: sum(sums),
    tooMany,
  };
}

function flowsOf(sums: readonly OriginSum[]): MapFlow[] {
  const flows = new Map<string, MapFlow>();
  for (const { canteenId, place, maker, amountCents } of sums) {
    if (place === null) continue;
    const key = `${canteenId} ${place.commune}`;
    const flow = flows.get(key) ?? {
      commune: place.commune,
      communeName: place.communeName,
      // The farm's own position stands for its commune, as in a verdict.
      position: (maker.productionCommune === place.commune ? maker.ownPosition : null) ?? place.position,
      producers: [],
      canteenId,
      amountCents: 0,
    };
    flow.amountCents += amountCents;
    // A supplier that does not produce is no producer of what it sells.
    const made = maker.named || maker.productionCommune !== null;
    if (made && !flow.producers.includes(maker.name))
      flow.producers = [...flow.producers, maker.name].toSorted((a, b) => a.localeCompare(b, "fr"));
    flows.set(key, flow);
  }
  return [...flows.values()].toSorted(
    (a, b) => b.amountCents - a.amountCents || a.commune.localeCompare(b.commune),
  );
}

function commonRadiusM({ canteens, definitions }: MapSurroundings, today: IsoDate): number | null {
  const radii = new Set<number | null>();
  for (const owner of new Set(canteens.map(({ organisationId }) => organisationId))) {
    const own = definitions.filter(({ organisationId }) => organisationId === owner);
    radii.add(localDefinitionOn(own, today)?.radiusM ?? null);
  }
  const [only] = radii;
  return radii.size === 1 ? (only ?? null) : null;
}

function figuresOf(key: Id, cells: readonly JudgedCell[]): GroupFigures<Id> {
  return { key, totals: totalsOf(cells), shares: sharesOfJudged(cells, "value") };
}
