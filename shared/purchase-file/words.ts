import type { Category } from "../categories.ts";
import { CATEGORIES, CATEGORY_LABELS } from "../categories.ts";
import { editDistance } from "../edit-distance.ts";
import type { LocalScope, Origin } from "../facts.ts";
import type { Family } from "../families.ts";
import { FAMILIES, FAMILY_LABELS, FAMILY_SHORT_LABELS } from "../families.ts";
import { searchKey } from "../normalise.ts";

/** A set of codes that people also write as words; every key is a search key. */
export type Words<Code extends string> = ReadonlyMap<string, Code>;

const FAMILY_OTHERS: Record<Family, readonly string[]> = {
  VIANDES_VOLAILLES: ["viande", "viandes", "volaille", "volailles", "viande et volaille", "viande volaille"],
  CHARCUTERIE: ["charcuteries"],
  PRODUITS_DE_LA_MER: ["poisson", "poissons", "produits mer", "poissons et produits de la mer", "maree"],
  FRUITS_ET_LEGUMES: ["fruits", "legumes", "fruit et legume", "fruits legumes", "fruits et legume"],
  PRODUITS_LAITIERS: [
    "bof",
    "laitages",
    "cremerie",
    "produits laitiers beurre et oeufs",
    "beurre oeufs fromages",
  ],
  BOULANGERIE: ["boulangerie patisserie", "pain", "pains", "boulangerie et patisserie"],
  BOISSONS: ["boisson"],
  AUTRES: ["autre", "epicerie", "autres produits", "epiceries"],
};

const CATEGORY_OTHERS: Partial<Record<Category, readonly string[]>> = {
  BIO: ["ab", "agriculture biologique", "biologique", "produit biologique"],
  AOCAOP: ["aoc", "aop"],
  HVE: ["haute valeur environnementale hve"],
  PECHE_DURABLE: ["ecolabel peche durable"],
  RUP: ["region ultraperipherique rup"],
  COMMERCE_EQUITABLE: ["equitable", "issu du commerce equitable"],
  EXTERNALITES: ["externalite"],
  PERFORMANCE: ["performances environnementales"],
};

export const FAMILY_WORDS: Words<Family> = new Map(
  FAMILIES.flatMap((code) =>
    [code, FAMILY_LABELS[code].fr, FAMILY_SHORT_LABELS[code].fr, ...FAMILY_OTHERS[code]].map(
      (word): [string, Family] => [searchKey(word), code],
    ),
  ),
);

export const CATEGORY_WORDS: Words<Category> = new Map(
  CATEGORIES.flatMap((code) =>
    [code, CATEGORY_LABELS[code].fr, ...(CATEGORY_OTHERS[code] ?? [])].map((word): [string, Category] => [
      searchKey(word),
      code,
    ]),
  ),
);

export const ORIGIN_WORDS: Words<Origin> = new Map([
  ["france", "FRANCE"],
  ["fr", "FRANCE"],
  ["origine france", "FRANCE"],
  ["europe", "EUROPE"],
  ["ue", "EUROPE"],
  ["union europeenne", "EUROPE"],
]);

/** What the older file and the tracking workbook may list beside categories. */
export type Characteristic = Category | Origin | "CIRCUIT_COURT" | "LOCAL";

export const CHARACTERISTIC_WORDS: Words<Characteristic> = new Map<string, Characteristic>([
  ...CATEGORY_WORDS,
  ...ORIGIN_WORDS,
  ["circuit court", "CIRCUIT_COURT"],
  ["local", "LOCAL"],
]);

/** How far « local » reaches, as the files spell it; AUTOUR_SERVICE is 200 km, AUTRE a radius nobody gave. */
export const DEFINITION_WORDS: Words<LocalScope> = new Map([
  ["pat", "PAT"],
  ["commune", "COMMUNE"],
  ["departement", "DEPARTEMENT"],
  ["department", "DEPARTEMENT"],
  ["region", "REGION"],
  ["km", "KM"],
  ["autour service", "KM"],
  ["autre", "KM"],
]);

/** Codes of the current file; any other spelling is an older one or a correction. */
export const DEFINITION_CODES: readonly LocalScope[] = ["PAT", "COMMUNE", "DEPARTEMENT", "REGION", "KM"];
/** Codes of the older file. */
export const OLDER_DEFINITION_CODES = ["AUTOUR_SERVICE", "COMMUNE", "DEPARTEMENT", "REGION", "PAT", "AUTRE"];
export const AUTOUR_SERVICE_RADIUS_M = 200_000;

export const BOOLEAN_WORDS: ReadonlyMap<string, boolean> = new Map([
  ["oui", true],
  ["x", true],
  ["vrai", true],
  ["true", true],
  ["yes", true],
  ["o", true],
  ["1", true],
  ["non", false],
  ["faux", false],
  ["false", false],
  ["no", false],
  ["n", false],
  ["0", false],
  ["", false],
]);

/** What the platform itself takes in a yes-or-no column. */
export const PLATFORM_BOOLEANS: readonly string[] = ["OUI", "oui", "x", "non", "NON", ""];

/** The word's code nearest to what was typed, when one or two letters are wrong in it; null: none, or several. */
export function nearestCode<Code extends string>(words: Words<Code>, typed: string): Code | null {
  const key = searchKey(typed);
  if (key.length < 3 || key.length > 60) return null;
  const found = new Set<Code>();
  for (const [word, code] of words) if (isNear(word, key)) found.add(code);
  const [only, other] = found;
  return only !== undefined && other === undefined ? only : null;
}

function isNear(word: string, key: string): boolean {
  const allowed = word.length < 8 ? 1 : 2;
  return word.length >= 3 && editDistance(word, key, allowed) <= allowed;
}
