import type { Point } from "../../shared/geo/distance.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { DecoupageCommune, GeoNamesPlace } from "./packages.ts";

/** Overseas, where some places carry no INSEE code: country to département. */
const DEPARTEMENT_OF_COUNTRY: Readonly<Record<string, string>> = {
  GP: "971",
  MQ: "972",
  GF: "973",
  RE: "974",
  PM: "975",
  YT: "976",
  BL: "977",
  MF: "978",
  WF: "986",
  PF: "987",
  NC: "988",
};

/** The INSEE code of a place is only read in these countries: Belgium's codes look the same. */
export const FRENCH_COUNTRIES: ReadonlySet<string> = new Set(["FR", ...Object.keys(DEPARTEMENT_OF_COUNTRY)]);

/** Sections of a town and lesser places: taken only when nothing better names the commune. */
const LESSER_PLACES: ReadonlySet<string> = new Set(["PPLX", "PPLL", "PPLA5"]);

/** Town centre of each current commune that GeoNames knows, by INSEE code. */
export function townCentres(
  places: readonly GeoNamesPlace[],
  communes: readonly DecoupageCommune[],
): Map<string, Point> {
  const current = currentCommunes(communes);
  const findCode = codeFinder(communes);
  const best = new Map<string, { place: GeoNamesPlace; rank: number }>();
  for (const place of places) {
    const code = findCode(place);
    const commune = code === null ? undefined : current.get(code);
    if (!commune) continue;
    const rank = placeRank(place, commune);
    const other = best.get(commune.code);
    if (!other || rank > other.rank) best.set(commune.code, { place, rank });
  }
  return new Map([...best].map(([code, { place }]) => [code, pointOf(place)]));
}

export function currentCommunes(communes: readonly DecoupageCommune[]): Map<string, DecoupageCommune> {
  const current = communes.filter((commune) => commune.type === "commune-actuelle");
  return new Map(current.map((commune) => [commune.code, commune]));
}

/** Code of the current commune a place is in, or null. Codes of merged communes lead to what they became. */
function codeFinder(communes: readonly DecoupageCommune[]): (place: GeoNamesPlace) => string | null {
  const current = currentCommunes(communes);
  const successors = new Map<string, string>();
  for (const commune of communes) {
    if (commune.chefLieu) successors.set(commune.code, commune.chefLieu);
    for (const former of commune.anciensCodes ?? []) successors.set(former, commune.code);
  }
  const names = codesByName(current.values());
  return (place) => {
    const stated = place.muniSub || place.adminCode;
    if (current.has(stated)) return stated;
    if (place.muniSub) return successors.get(place.muniSub) ?? null;
    const departement = DEPARTEMENT_OF_COUNTRY[place.country];
    const scope = departement === undefined ? `R${place.adminCode}` : `D${departement}`;
    return names.get(`${scope} ${searchKey(place.name)}`) ?? names.get(scope) ?? null;
  };
}

/**
 * Code by name within a région (`R32 arras`) or département (`D62 arras`), and of the only commune of a
 * département (`D978`: Marigot is Saint-Martin); null where there are two.
 */
function codesByName(communes: Iterable<DecoupageCommune>): Map<string, string | null> {
  const codes = new Map<string, string | null>();
  for (const { code, nom, region, departement } of communes) {
    const name = searchKey(nom);
    for (const key of [`R${region} ${name}`, `D${departement} ${name}`, `D${departement}`]) {
      codes.set(key, codes.has(key) ? null : code);
    }
  }
  return codes;
}

/** The commune's own name first, then a place of its own, then the most people. */
function placeRank(place: GeoNamesPlace, commune: DecoupageCommune): number {
  const sameName = searchKey(place.name) === searchKey(commune.nom) ? 2e9 : 0;
  const ownPlace = LESSER_PLACES.has(place.featureCode) ? 0 : 1e9;
  return sameName + ownPlace + place.population;
}

function pointOf({ loc }: GeoNamesPlace): Point {
  const [lng, lat] = loc.coordinates;
  return { latE6: Math.round(lat * 1_000_000), lngE6: Math.round(lng * 1_000_000) };
}
