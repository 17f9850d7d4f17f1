import type { Cell, Ratio } from "../cells.ts";
import type { Translated } from "../locales.ts";
import type { Certainty } from "../marks.ts";
import { CERTAINTIES } from "../marks.ts";
import type { SocialMark } from "../social-marks.ts";
import { socialBit } from "../social-marks.ts";
import type { Basis } from "./indicators.ts";

/**
 * Spend by what the supplier is on the day of the line. A supplier may be several things at once: these figures overlap
 * and are never added up, save SOCIAL, which counts each line once.
 */
export const SOCIAL_INDICATORS = [
  "SOCIAL",
  "ESS",
  "ESUS",
  "INSERTION",
  "SIAE",
  "ADAPTED",
  "ESAT",
  "LABEL",
  "CHARTER",
] as const;
export type SocialIndicator = (typeof SOCIAL_INDICATORS)[number];

/** Those that a month, a family, a supplier or a canteen is told of. */
export const GROUP_INDICATORS = [
  "SOCIAL",
  "ESS",
  "ESUS",
  "INSERTION",
  "LABEL",
] as const satisfies readonly SocialIndicator[];

export const SOCIAL_INDICATOR_LABELS: Readonly<Record<SocialIndicator, Translated>> = {
  SOCIAL: { fr: "Économie sociale ou insertion", en: "Social economy or integration" },
  ESS: { fr: "Économie sociale et solidaire (ESS)", en: "Social and solidarity economy (ESS)" },
  ESUS: { fr: "Agrément ESUS", en: "ESUS approval" },
  INSERTION: { fr: "Insertion et handicap", en: "Work integration and disability" },
  SIAE: { fr: "SIAE (EI, ACI, AI, ETTI)", en: "SIAE (EI, ACI, AI, ETTI)" },
  ADAPTED: { fr: "Entreprises adaptées (EA, EATT)", en: "Adapted companies (EA, EATT)" },
  ESAT: { fr: "ESAT", en: "Sheltered workshops (ESAT)" },
  LABEL: { fr: "Label ESS du Département", en: "Social economy label of the department" },
  CHARTER: { fr: "Charte du Département", en: "Charter of the department" },
};

/** Parts of the indicator that stands before them. */
export const PARTS_OF_ANOTHER: readonly SocialIndicator[] = ["ESUS", "SIAE", "ADAPTED", "ESAT"];

/** Marks of which one is enough. @law loi-2014-856-1 */
const MARKS_OF: Readonly<Record<SocialIndicator, readonly SocialMark[]>> = {
  SOCIAL: ["ESS", "SIAE", "ADAPTED", "ESAT", "GEIQ"],
  ESS: ["ESS"],
  ESUS: ["ESUS"],
  INSERTION: ["SIAE", "ADAPTED", "ESAT", "GEIQ"],
  SIAE: ["SIAE"],
  ADAPTED: ["ADAPTED"],
  ESAT: ["ESAT"],
  LABEL: ["LABEL"],
  CHARTER: ["CHARTER"],
};

/** The bits of which a line of the indicator has one at least. */
export function socialBits(indicator: SocialIndicator, certainty: Certainty): number {
  return MARKS_OF[indicator].reduce((bits, mark) => bits | socialBit(mark, certainty), 0);
}

/** Both ends of each rate, over all food: cents HT, or grams of weighed lines. */
export type SocialShares = Readonly<Record<SocialIndicator, Readonly<Record<Certainty, Ratio>>>>;

/** The shares of a month, a family, a supplier or a canteen. */
export type GroupShares = Pick<SocialShares, (typeof GROUP_INDICATORS)[number]>;

/** What a social figure needs of a cell. */
export type SocialCell = Pick<Cell, "social" | "amountCents" | "weightGrams">;

/** Every social indicator at both certainties; a ratio over nothing is null when shown. */
export function socialSharesOf(cells: readonly SocialCell[], basis: Basis): SocialShares {
  const sums = new Map<number, number>();
  let denominator = 0;
  for (const cell of cells) {
    const amount = basis === "value" ? cell.amountCents : cell.weightGrams;
    denominator += amount;
    if (cell.social !== 0) sums.set(cell.social, (sums.get(cell.social) ?? 0) + amount);
  }
  const ratioOf = (indicator: SocialIndicator, certainty: Certainty): Ratio => {
    const bits = socialBits(indicator, certainty);
    let numerator = 0;
    for (const [social, amount] of sums) if ((social & bits) !== 0) numerator += amount;
    return { numerator, denominator };
  };
  const entries = SOCIAL_INDICATORS.map((indicator) => [
    indicator,
    Object.fromEntries(CERTAINTIES.map((certainty) => [certainty, ratioOf(indicator, certainty)])),
  ]);
  return Object.fromEntries(entries) as SocialShares;
}

/** Of the shares, those that a group is told of. */
export function groupSharesOf(cells: readonly SocialCell[], basis: Basis): GroupShares {
  const { SOCIAL, ESS, ESUS, INSERTION, LABEL } = socialSharesOf(cells, basis);
  return { SOCIAL, ESS, ESUS, INSERTION, LABEL };
}
