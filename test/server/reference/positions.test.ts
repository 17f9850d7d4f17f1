import { describe, expect, test } from "vitest";
import type { DescribedCommune } from "../../../server/reference/communes.ts";
import { describeCommunes } from "../../../server/reference/communes.ts";
import { readDecoupage, readPlaces } from "../../../server/reference/packages.ts";
import type { CommunePosition } from "../../../server/reference/positions.ts";
import { positionFinder } from "../../../server/reference/positions.ts";
import { FRENCH_COUNTRIES, townCentres } from "../../../server/reference/towns.ts";
import type { Point } from "../../../shared/geo/distance.ts";
import { distanceM } from "../../../shared/geo/distance.ts";

const decoupage = readDecoupage();
const france = describeCommunes(decoupage);
const centres = townCentres(readPlaces(FRENCH_COUNTRIES), decoupage.communes);
const north = france.filter(({ departement }) => ["59", "62", "80"].includes(departement));
const known62 = north.filter(({ code, departement }) => departement === "62" && centres.has(code));

type Place = (commune: DescribedCommune) => CommunePosition | null;

/** Of the hidden communes that get a place, how many have their true centre inside the uncertainty. */
function coverage(hidden: readonly DescribedCommune[], place: Place): { placed: number; inside: number } {
  const tally = { placed: 0, inside: 0 };
  for (const commune of hidden) {
    const found = place(commune);
    const truth = centres.get(commune.code);
    if (!found || !truth) continue;
    tally.placed += 1;
    if (distanceM(found.position, truth) <= found.position.uncertaintyM) tally.inside += 1;
  }
  return tally;
}

/** The centres left when some are hidden. */
function without(hidden: readonly DescribedCommune[]): Map<string, Point> {
  const codes = new Set(hidden.map(({ code }) => code));
  return new Map([...centres].filter(([code]) => !codes.has(code)));
}

function isSmall(threshold: number): (commune: DescribedCommune) => boolean {
  return ({ code, population }) => centres.has(code) && (population ?? 0) < threshold;
}

function sharePercent({ placed, inside }: { placed: number; inside: number }): number {
  return (100 * inside) / placed;
}

describe("a commune without a known position", () => {
  test("leave-one-out in the Pas-de-Calais: at least 95 % are inside the stated uncertainty", () => {
    const leaveOneOut: Place = (commune) => positionFinder(north, without([commune]))(commune);
    const result = coverage(known62, leaveOneOut);
    expect(result.placed).toBe(234);
    expect(sharePercent(result)).toBeGreaterThanOrEqual(95);
  });

  /** Harder, and closer to the truth: the communes that really lack a position are the small ones. */
  test("with every commune under 2 000 people of the region hidden together: at least 95 %", () => {
    const hidden = north.filter(isSmall(2_000));
    const small62 = hidden.filter(({ departement }) => departement === "62");
    const result = coverage(small62, positionFinder(north, without(hidden)));
    expect(result.placed).toBeGreaterThan(75);
    expect(sharePercent(result)).toBeGreaterThanOrEqual(95);
  });

  test("with every commune under 1 500 people of France hidden together: at least 95 %", () => {
    const hidden = france.filter(isSmall(1_500));
    const result = coverage(hidden, positionFinder(france, without(hidden)));
    expect(result.placed).toBeGreaterThan(1_700);
    expect(sharePercent(result)).toBeGreaterThanOrEqual(95);
  });

  test("the uncertainty stays useful: half of the Pas-de-Calais' estimates are within 15 km", () => {
    const place = positionFinder(france, centres);
    const unknown = france.filter(({ code, departement }) => departement === "62" && !centres.has(code));
    const sorted = unknown
      .flatMap((commune) => place(commune)?.position.uncertaintyM ?? [])
      .sort((a, b) => a - b);
    expect(sorted.length).toBe(653);
    expect(sorted[326]).toBeLessThan(15_000);
  });
});

/** Centroids read off the communes' outlines (IGN Admin Express, via france-geojson). */
const CENTROIDS = [
  { code: "62868", name: "Wail", latE6: 50_339_000, lngE6: 2_121_000, source: "postcode" },
  { code: "62103", name: "Béhagnies", latE6: 50_139_500, lngE6: 2_826_000, source: "postcode" },
  { code: "62565", name: "Mencas", latE6: 50_558_000, lngE6: 2_143_000, source: "postcode" },
  { code: "62147", name: "Boiry-Sainte-Rictrude", latE6: 50_202_500, lngE6: 2_748_000, source: "epci" },
  { code: "62408", name: "Hames-Boucres", latE6: 50_888_000, lngE6: 1_850_000, source: "geonames" },
  { code: "62264", name: "Dannes", latE6: 50_591_000, lngE6: 1_607_000, source: "geonames" },
  { code: "62215", name: "Carvin", latE6: 50_489_000, lngE6: 2_948_000, source: "geonames" },
  { code: "62765", name: "Saint-Omer", latE6: 50_769_000, lngE6: 2_262_000, source: "geonames" },
];

describe("against the outline of the commune", () => {
  const place = positionFinder(france, centres);

  test.each(CENTROIDS)("$name ($source) is inside its uncertainty", ({ code, source, ...centroid }) => {
    const commune = france.find((candidate) => candidate.code === code);
    const found = commune && place(commune);
    expect(found?.source).toBe(source);
    if (!found) return;
    expect(distanceM(found.position, centroid)).toBeLessThanOrEqual(found.position.uncertaintyM);
  });
});
