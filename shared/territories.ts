import * as z from "zod/mini";
import type { Position } from "./facts.ts";
import type { Translated } from "./locales.ts";

export const TERRITORY_KINDS = ["EPCI", "DEPARTEMENT", "REGION", "PAT"] as const;
/** What groups communes. A commune itself is not a territory: it has its own table. */
export type TerritoryKind = (typeof TERRITORY_KINDS)[number];

/** EPCI: intercommunalité. PAT: projet alimentaire territorial. `code` is unique over all kinds. */
export interface Territory {
  /** `EPCI-200033579`, `DEP-62`, `REG-32`, `PAT-...`. */
  code: string;
  kind: TerritoryKind;
  name: string;
}

export const TERRITORY_KIND_LABELS: Readonly<Record<TerritoryKind, Translated>> = {
  EPCI: { fr: "Intercommunalité", en: "Group of communes" },
  DEPARTEMENT: { fr: "Département", en: "Department" },
  REGION: { fr: "Région", en: "Region" },
  PAT: { fr: "Projet alimentaire territorial (PAT)", en: "Territorial food project (PAT)" },
};

const PREFIXES: Record<TerritoryKind, string> = {
  EPCI: "EPCI-",
  DEPARTEMENT: "DEP-",
  REGION: "REG-",
  PAT: "PAT-",
};

/** SIREN of an EPCI, INSEE code of a département or région, own slug of a PAT. */
export const territoryCodeSchema = z
  .string()
  .check(z.regex(/^(EPCI-\d{9}|DEP-(\d[0-9AB]|9[78]\d)|REG-\d{2,3}|PAT-[A-Za-z0-9-]{1,60})$/));

/** INSEE code of a commune: 5 characters, Corsica with a letter. */
export const communeCodeSchema = z.string().check(z.regex(/^(\d{5}|2[AB]\d{3})$/));

/** The code unique over all kinds: `territoryCode("DEPARTEMENT", "62")` is `DEP-62`. */
export function territoryCode(kind: TerritoryKind, key: string): string {
  return PREFIXES[kind] + key;
}

/** The kind and its own key (`DEP-62` is DEPARTEMENT and 62); null when the code has no known prefix. */
export function parseTerritoryCode(code: string): { kind: TerritoryKind; key: string } | null {
  const kind = TERRITORY_KINDS.find((candidate) => code.startsWith(PREFIXES[candidate]));
  return kind ? { kind, key: code.slice(PREFIXES[kind].length) } : null;
}

/** Where a commune's position comes from; `official` when somebody has set it. */
/** INSEE code of the commune's département: two characters, three overseas. */
export function departementOfCommune(code: string): string {
  return code.slice(0, code.startsWith("97") || code.startsWith("98") ? 3 : 2);
}

export const POSITION_SOURCES = ["geonames", "postcode", "epci", "official"] as const;
export type PositionSource = (typeof POSITION_SOURCES)[number];

/** A current French commune. Paris, Lyon and Marseille are one each. */
export interface Commune {
  /** INSEE code. */
  code: string;
  name: string;
  /** SIREN; null for the few communes outside any EPCI. */
  epci: string | null;
  departement: string;
  region: string;
  /** Empty for uninhabited islands. */
  postcodes: readonly string[];
  /** People; null: not counted. */
  population: number | null;
  /** Both null when no position could be worked out. */
  position: Position | null;
  positionSource: PositionSource | null;
}

const searchTextSchema = z.string().check(z.maxLength(100));
const limitSchema = z._default(z.int().check(z.minimum(1), z.maximum(50)), 20);

export const communeSearchSchema = z.object({
  text: searchTextSchema,
  /** INSEE code of a département; null: all of France. */
  departement: z._default(z.nullable(z.string().check(z.regex(/^(\d[0-9AB]|9[78]\d)$/))), null),
  limit: limitSchema,
});

export const territorySearchSchema = z.object({
  text: searchTextSchema,
  /** Null: all kinds. */
  kind: z._default(z.nullable(z.enum(TERRITORY_KINDS)), null),
  limit: limitSchema,
});
