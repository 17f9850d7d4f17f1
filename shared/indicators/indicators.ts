import type { Translated } from "../locales.ts";

/** The rates of every screen and report; `SHORT_OR_LOCAL` is the département's « court ou proximité ». */
export const INDICATORS = ["LOCAL", "SHORT", "SHORT_OR_LOCAL", "ORGANIC", "EGALIM", "MEAT_FISH"] as const;
export type Indicator = (typeof INDICATORS)[number];

export const INDICATOR_LABELS: Record<Indicator, Translated> = {
  LOCAL: { fr: "Local", en: "Local" },
  SHORT: { fr: "Circuit court", en: "Short circuit" },
  SHORT_OR_LOCAL: { fr: "Court ou proximité", en: "Short circuit or local" },
  ORGANIC: { fr: "Bio", en: "Organic" },
  EGALIM: { fr: "Durables et de qualité (EGalim)", en: "Sustainable and quality (EGalim)" },
  MEAT_FISH: { fr: "Viandes et poissons EGalim", en: "EGalim meat and fish" },
};

/** `value`: cents HT. `weight`: grams of the lines that have a weight. Shown side by side, never mixed. */
export const BASES = ["value", "weight"] as const;
export type Basis = (typeof BASES)[number];

export const BASIS_LABELS: Record<Basis, Translated> = {
  value: { fr: "En valeur (€ HT)", en: "By value (€ excl. VAT)" },
  weight: { fr: "En poids (kg)", en: "By weight (kg)" },
};

/** The four cells of « court ou proximité »: each line is in exactly one. */
export const COURT_OU_PROXIMITE_CELLS = ["both", "shortOnly", "localOnly", "neither"] as const;
export type CourtOuProximiteCell = (typeof COURT_OU_PROXIMITE_CELLS)[number];

export const COURT_OU_PROXIMITE_LABELS: Record<CourtOuProximiteCell, Translated> = {
  both: { fr: "Circuit court et local", en: "Short circuit and local" },
  shortOnly: { fr: "Circuit court seulement", en: "Short circuit only" },
  localOnly: { fr: "Local seulement", en: "Local only" },
  neither: { fr: "Ni l'un ni l'autre", en: "Neither" },
};
