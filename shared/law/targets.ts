import type { IsoDate } from "../facts.ts";
import type { Translated } from "../locales.ts";
import type { LawId } from "./sources.ts";

/** Which steps of the law a restaurant follows: its territory first, then who runs it. */
export const REGIMES = ["hexagone-public", "other-private", "state", "drom", "mayotte", "spm"] as const;
export type Regime = (typeof REGIMES)[number];

export const REGIME_LABELS: Record<Regime, Translated> = {
  "hexagone-public": {
    fr: "Hexagone, personnes publiques et secteurs de l'article L. 230-5",
    en: "Mainland, public bodies and the sectors of article L. 230-5",
  },
  "other-private": { fr: "Autre restaurant collectif privé", en: "Other private collective restaurant" },
  state: {
    fr: "État, ses établissements publics et entreprises publiques nationales",
    en: "State, its public establishments and national public companies",
  },
  drom: {
    fr: "Guadeloupe, Guyane, Martinique, La Réunion, Saint-Martin",
    en: "Guadeloupe, French Guiana, Martinique, Réunion, Saint-Martin",
  },
  mayotte: { fr: "Mayotte", en: "Mayotte" },
  spm: { fr: "Saint-Pierre-et-Miquelon", en: "Saint-Pierre-et-Miquelon" },
};

/** INSEE codes of the territories with their own steps. @law decret-2021-1235 */
export const OVERSEAS_REGIMES: Readonly<Record<string, Regime>> = {
  "971": "drom",
  "972": "drom",
  "973": "drom",
  "974": "drom",
  "978": "drom",
  "976": "mayotte",
  "975": "spm",
};

/** Who runs the restaurant; `PUBLIC` includes the private sectors of article L. 230-5 (schools, health, social). */
export type RestaurantBody = "PUBLIC" | "OTHER_PRIVATE" | "STATE";

/** Regime of a restaurant: overseas steps apply to everybody there. @law rural-L230-5-1 */
export function regimeOf({ departement, body }: { departement: string; body: RestaurantBody }): Regime {
  const overseas = OVERSEAS_REGIMES[departement];
  if (overseas !== undefined) return overseas;
  switch (body) {
    case "PUBLIC":
      return "hexagone-public";
    case "OTHER_PRIVATE":
      return "other-private";
    case "STATE":
      return "state";
  }
}

/** One step of the law: shares of the year's purchases HT, basis points. */
export interface LegalTarget {
  regime: Regime;
  /** First day the step applies. */
  from: IsoDate;
  /** Sustainable and quality products, organic included. */
  qualityBp: number;
  /** Organic products, of all purchases. */
  organicBp: number;
  /** Sustainable and quality meat and fish, of all meat and fish; null: no such target. */
  meatFishBp: number | null;
  law: LawId;
}

type Step = readonly [from: IsoDate, qualityBp: number, organicBp: number, meatFishBp: number | null];

function steps(regime: Regime, law: LawId, rows: readonly Step[]): LegalTarget[] {
  return rows.map(([from, qualityBp, organicBp, meatFishBp]) => ({
    regime,
    from,
    qualityBp,
    organicBp,
    meatFishBp,
    law,
  }));
}

/**
 * Every legal step, oldest first in each regime. The State is a public body: until its own row
 * of 2024 it follows the general one. @law rural-L230-5-1
 */
export const LEGAL_TARGETS: readonly LegalTarget[] = [
  ...steps("hexagone-public", "rural-L230-5-1", [
    ["2022-01-01", 5000, 2000, null],
    ["2024-01-01", 5000, 2000, 6000],
  ]),
  ...steps("other-private", "rural-L230-5-1", [["2024-01-01", 5000, 2000, 6000]]),
  ...steps("state", "rural-L230-5-1", [
    ["2022-01-01", 5000, 2000, null],
    ["2024-01-01", 5000, 2000, 10000],
  ]),
  ...steps("drom", "decret-2021-1235", [
    ["2022-01-01", 2000, 500, null],
    ["2026-01-01", 3500, 1000, null],
    ["2030-01-01", 5000, 2000, null],
  ]),
  ...steps("mayotte", "decret-2021-1235", [
    ["2022-01-01", 500, 200, null],
    ["2026-01-01", 1500, 500, null],
    ["2030-01-01", 3000, 1000, null],
    ["2035-01-01", 5000, 2000, null],
  ]),
  ...steps("spm", "decret-2021-1235", [
    ["2022-01-01", 3000, 1000, null],
    ["2030-01-01", 5000, 2000, null],
  ]),
];

/** The step in force for a calendar year; null before the regime's first one. @law rural-R230-30-1 */
export function legalTargetsOn({ regime, year }: { regime: Regime; year: number }): LegalTarget | null {
  const lastDay = `${String(year).padStart(4, "0")}-12-31`;
  return LEGAL_TARGETS.findLast((target) => target.regime === regime && target.from <= lastDay) ?? null;
}
