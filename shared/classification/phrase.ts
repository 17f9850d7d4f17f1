import type { Category } from "../categories.ts";
import { CATEGORY_LABELS } from "../categories.ts";
import type { EvidenceFacts, FarmKind } from "../facts.ts";
import type { Family } from "../families.ts";
import { FAMILY_SHORT_LABELS } from "../families.ts";
import { formatDateShort } from "../format/dates.ts";
import { formatKm } from "../format/measures.ts";
import { formatFixed, NBSP } from "../format/numbers.ts";
import { formatBasisPoints } from "../format/ratios.ts";
import type { Locale, Translated } from "../locales.ts";

/** Kinds the word « fermier » is used for, as they stand inside a sentence. */
export const FARM_KIND_LABELS: Record<FarmKind, Translated> = {
  CHEESE: { fr: "fromage", en: "cheese" },
  EGGS: { fr: "œufs", en: "eggs" },
  POULTRY: { fr: "volaille", en: "poultry" },
  BEEF: { fr: "viande bovine", en: "beef" },
  PORK: { fr: "viande porcine", en: "pork" },
};

/** The facts of a verdict as pieces of a sentence in one language, by their key. */
export interface Phrase {
  text(key: string): string;
  number(key: string): number;
  list(key: string): string;
  /** Whether the fact is given and says something: not null, not empty, not 0. */
  has(key: string): boolean;
  date(key: string): string;
  percent(key: string): string;
  distance(): string;
  radius(): string;
  category(key: string): string;
  /** Labels of a list of categories, joined by « ou ». */
  categories(key: string): string;
  family(): string;
  farmKind(): string;
}

/** Reads `facts` in the language of `locale`. */
export function phraseOf(facts: EvidenceFacts, locale: Locale): Phrase {
  const text = (key: string): string => String(facts[key] ?? "");
  const number = (key: string): number => Number(facts[key] ?? 0);
  const strings = (key: string): readonly string[] => {
    const value = facts[key];
    return Array.isArray(value) ? value : [];
  };
  const label = (category: string): string => CATEGORY_LABELS[category as Category][locale];
  return {
    text,
    number,
    list: (key) => strings(key).join(", "),
    has: (key) => Boolean(facts[key]),
    date: (key) => formatDateShort(text(key), locale),
    percent: (key) => formatBasisPoints(number(key), locale),
    distance: () => distanceText(number("distanceM"), number("radiusM"), locale),
    radius: () => exactKm(number("radiusM"), locale, 0),
    category: (key) => label(text(key)),
    categories: (key) =>
      strings(key)
        .map(label)
        .join(locale === "fr" ? " ou " : " or "),
    family: () => FAMILY_SHORT_LABELS[text("family") as Family][locale],
    farmKind: () => FARM_KIND_LABELS[text("farmKind") as FarmKind][locale],
  };
}

/** To the metre when the tenth of a kilometre would hide on which side of the radius it falls. */
function distanceText(metres: number, radius: number, locale: Locale): string {
  return Math.abs(metres - radius) < 100 ? exactKm(metres, locale, 1) : formatKm(metres, locale);
}

function exactKm(metres: number, locale: Locale, minDecimals: number): string {
  return `${formatFixed({ value: metres, decimals: 3, minDecimals }, locale)}${NBSP}km`;
}
