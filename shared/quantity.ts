import type { Translated } from "./locales.ts";
import { divideHalfAway, toSafeInteger } from "./rounding.ts";

/** Units a product is bought in. BOX: carton; BUNCH: botte. */
export const UNITS = ["KG", "G", "L", "ML", "PIECE", "BOX", "SACK", "BUNCH"] as const;
export type Unit = (typeof UNITS)[number];

export const UNIT_LABELS: Readonly<Record<Unit, Translated>> = {
  KG: { fr: "kilogramme", en: "kilogram" },
  G: { fr: "gramme", en: "gram" },
  L: { fr: "litre", en: "litre" },
  ML: { fr: "millilitre", en: "millilitre" },
  PIECE: { fr: "pièce", en: "piece" },
  BOX: { fr: "carton", en: "box" },
  SACK: { fr: "sac", en: "sack" },
  BUNCH: { fr: "botte", en: "bunch" },
};

/** Labels for tables, the entry grid and « €/… ». */
export const UNIT_SHORT_LABELS: Readonly<Record<Unit, Translated>> = {
  KG: { fr: "kg", en: "kg" },
  G: { fr: "g", en: "g" },
  L: { fr: "l", en: "l" },
  ML: { fr: "ml", en: "ml" },
  PIECE: { fr: "pce", en: "pc" },
  BOX: { fr: "carton", en: "box" },
  SACK: { fr: "sac", en: "sack" },
  BUNCH: { fr: "botte", en: "bunch" },
};

/** What is written after several of them; the other units do not change. */
export const UNIT_PLURALS: Readonly<Partial<Record<Unit, Translated>>> = {
  BOX: { fr: "cartons", en: "boxes" },
  SACK: { fr: "sacs", en: "sacks" },
  BUNCH: { fr: "bottes", en: "bunches" },
};

/** UN/ECE recommendation 20 and 21 codes met in e-invoices; the first of each unit is the one written out. */
export const UNIT_UNECE_CODES: Readonly<Record<Unit, readonly [string, ...string[]]>> = {
  KG: ["KGM"],
  G: ["GRM"],
  L: ["LTR"],
  ML: ["MLT"],
  PIECE: ["C62", "H87", "EA", "XPP"],
  BOX: ["XBX", "XCT"],
  SACK: ["XSA", "XBG"],
  BUNCH: ["XBH"],
};

/** A quantity in thousandths of its unit; `packGrams`: net grams of one unit, null: not known. */
export interface Quantity {
  quantityMilli: number;
  unit: Unit;
  packGrams: number | null;
}

/** The unit a UN/ECE code means (any case), or null when the product has no such unit. */
export function unitOfUneceCode(code: string): Unit | null {
  const wanted = code.trim().toUpperCase();
  return UNITS.find((unit) => UNIT_UNECE_CODES[unit].includes(wanted)) ?? null;
}

/**
 * Weight in grams, signed, half a gram going away from zero; null when the weight of one unit is not known.
 * A litre weighs nothing by itself: it counts 1 kg only when `packGrams` says 1000.
 */
export function weightGrams({ quantityMilli, unit, packGrams }: Quantity): number | null {
  const grams = gramsOfOne(unit, packGrams);
  if (grams === null) return null;
  return toSafeInteger(divideHalfAway(BigInt(quantityMilli) * BigInt(grams), 1000n));
}

/** Net grams of one unit; kilogram and gram are what they are whatever the pack says; null: not known. */
export function gramsOfOne(unit: Unit, packGrams: number | null): number | null {
  switch (unit) {
    case "KG":
      return 1000;
    case "G":
      return 1;
    case "L":
    case "ML":
    case "PIECE":
    case "BOX":
    case "SACK":
    case "BUNCH":
      return packGrams;
  }
}
