import type { Position } from "../../shared/facts.ts";
import type { Point } from "../../shared/geo/distance.ts";
import type { GroupKind } from "../../shared/geo/position.ts";
import { communeRadiusM, groupPosition, townPosition } from "../../shared/geo/position.ts";

/** What placing a commune needs to know of it. */
export interface PlacedCommune {
  code: string;
  epci: string | null;
  departement: string;
  postcodes: readonly string[];
  /** How many former communes it is made of, 1 when it never merged. */
  parts: number;
}

export interface CommunePosition {
  position: Position;
  source: "geonames" | GroupKind;
}

/** Places every commune: its own town centre, else its postcode's mean, else its EPCI's, else null. */
export function positionFinder(
  communes: readonly PlacedCommune[],
  centres: ReadonlyMap<string, Point>,
): (commune: PlacedCommune) => CommunePosition | null {
  const byPostcode = grouped(communes, (commune) => commune.postcodes);
  const byEpci = grouped(communes, (commune) => (commune.epci === null ? [] : [commune.epci]));
  const radii = radiusByDepartement(communes, centres);

  return (commune) => {
    const radiusM = radii.get(commune.departement) ?? communeRadiusM([], 1);
    const centre = centres.get(commune.code);
    if (centre)
      return { position: townPosition(centre, { radiusM, parts: commune.parts }), source: "geonames" };
    const postcode = [...new Set(commune.postcodes.flatMap((code) => byPostcode.get(code) ?? []))];
    const epci = commune.epci === null ? [] : (byEpci.get(commune.epci) ?? []);
    return (
      placeInGroup("postcode", { members: postcode, centres, radiusM }) ??
      placeInGroup("epci", { members: epci, centres, radiusM })
    );
  };
}

interface GroupContext {
  members: readonly PlacedCommune[];
  centres: ReadonlyMap<string, Point>;
  radiusM: number;
}

function placeInGroup(kind: GroupKind, context: GroupContext): CommunePosition | null {
  const { members, centres, radiusM } = context;
  const known = knownPoints(members, centres);
  const position = groupPosition({ kind, known, communes: members.length, communeRadiusM: radiusM });
  return position && { position, source: kind };
}

function radiusByDepartement(
  communes: readonly PlacedCommune[],
  centres: ReadonlyMap<string, Point>,
): Map<string, number> {
  const byDepartement = grouped(communes, (commune) => [commune.departement]);
  return new Map(
    [...byDepartement].map(([code, members]) => [
      code,
      communeRadiusM(knownPoints(members, centres), members.length),
    ]),
  );
}

function knownPoints(members: readonly PlacedCommune[], centres: ReadonlyMap<string, Point>): Point[] {
  return members.flatMap((commune) => centres.get(commune.code) ?? []);
}

function grouped(
  communes: readonly PlacedCommune[],
  keysOf: (commune: PlacedCommune) => readonly string[],
): Map<string, PlacedCommune[]> {
  const groups = new Map<string, PlacedCommune[]>();
  for (const commune of communes) {
    for (const key of keysOf(commune)) {
      const members = groups.get(key);
      if (members) members.push(commune);
      else groups.set(key, [commune]);
    }
  }
  return groups;
}
