import type { Family } from "../../shared/families.ts";
import { FAMILIES, FAMILY_LABELS, FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { Locale, Translated } from "../../shared/locales.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Unit } from "../../shared/quantity.ts";
import { UNIT_LABELS, UNIT_SHORT_LABELS, UNITS, unitOfUneceCode } from "../../shared/quantity.ts";

export const NOT_FOOD: Translated = { fr: "Non alimentaire", en: "Not food" };

/** Other words met on order forms and invoices. */
const UNIT_WORDS: Readonly<Record<Unit, readonly string[]>> = {
  KG: ["kilo", "kilos", "kgs"],
  G: ["gr", "grs", "grammes"],
  L: ["litres", "lt"],
  ML: ["millilitres"],
  PIECE: ["pieces", "piece", "pc", "pcs", "u", "unite", "unites", "pièce"],
  BOX: [
    "cartons",
    "colis",
    "caisse",
    "caisses",
    "ct",
    "boite",
    "boites",
    "barquette",
    "barquettes",
    "plateau",
  ],
  SACK: ["sacs", "sachet", "sachets", "filet", "filets"],
  BUNCH: ["bottes", "bte", "bouquet"],
};

const UNIT_BY_KEY = keyed(UNITS, (unit) => [
  unit,
  ...Object.values(UNIT_LABELS[unit]),
  ...Object.values(UNIT_SHORT_LABELS[unit]),
  ...UNIT_WORDS[unit],
]);
const FAMILY_BY_KEY = keyed(FAMILIES, (family) => [
  family,
  ...Object.values(FAMILY_LABELS[family]),
  ...Object.values(FAMILY_SHORT_LABELS[family]),
]);
const NOT_FOOD_KEYS = Object.values(NOT_FOOD).map(searchKey);

/** The unit of a label, an abbreviation, an everyday word or a UN/ECE code; null: none. */
export function readUnit(text: string): Unit | null {
  return UNIT_BY_KEY.get(searchKey(text)) ?? unitOfUneceCode(text);
}

export function unitText(unit: Unit | null, locale: Locale): string {
  return unit === null ? "" : UNIT_SHORT_LABELS[unit][locale];
}

/** The family of a label or code; `family` null: not food. Null: no such family. */
export function readFamily(text: string): { family: Family | null } | null {
  const key = searchKey(text);
  if (NOT_FOOD_KEYS.includes(key)) return { family: null };
  const family = FAMILY_BY_KEY.get(key);
  return family === undefined ? null : { family };
}

export function familyText(family: Family | null, locale: Locale): string {
  return family === null ? NOT_FOOD[locale] : FAMILY_SHORT_LABELS[family][locale];
}

/** Owners between producer and canteen, 0 to 9, as a figure or « direct »; null: not readable. */
export function readIntermediaries(text: string): number | null {
  const key = searchKey(text);
  if (key === "direct" || key === "vente directe") return 0;
  return /^\d$/.test(key) ? Number(key) : null;
}

/** « 5,5 % » from basis points; empty for null. */
export function vatText(bp: number | null, locale: Locale): string {
  return bp === null ? "" : formatBasisPoints(bp, locale);
}

function keyed<Value extends string>(
  values: readonly Value[],
  words: (value: Value) => readonly string[],
): ReadonlyMap<string, Value> {
  return new Map(values.flatMap((value) => words(value).map((word) => [searchKey(word), value] as const)));
}
