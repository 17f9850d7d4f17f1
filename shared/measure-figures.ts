import type { Indicator } from "./indicators/indicators.ts";
import { INDICATOR_LABELS } from "./indicators/indicators.ts";
import type { SocialIndicator } from "./indicators/social.ts";
import type { Translated } from "./locales.ts";

/**
 * What a figure is counted in: basis points, cents HT, grams, a plain count, hundredths of an hour, or thousandths of a
 * unit that is typed.
 */
export const MEASURE_UNITS = ["share", "cents", "grams", "count", "hours", "typed"] as const;
export type MeasureUnit = (typeof MEASURE_UNITS)[number];

/** Whose figure: every canteen of the organisation, a group of them, one canteen, one workshop. */
export const MEASURE_SCOPES = ["organisation", "group", "canteen", "legumerie"] as const;
export type MeasureScope = (typeof MEASURE_SCOPES)[number];

/** Figures that a measure may be tied to; `TYPED` is none: its values are typed, each with its day and author. */
export const MEASURE_FIGURES = [
  "LOCAL",
  "SHORT",
  "SHORT_OR_LOCAL",
  "ORGANIC",
  "EGALIM",
  "MEAT_FISH",
  "LOCAL_AMOUNT",
  "SHORT_AMOUNT",
  "ORGANIC_AMOUNT",
  "EGALIM_AMOUNT",
  "SOCIAL",
  "INSERTION",
  "SOCIAL_AMOUNT",
  "INSERTION_AMOUNT",
  "WORKSHOP_DELIVERED",
  "WORKSHOP_CANTEENS",
  "WORKSHOP_INSERTION",
  "CLAUSE_HOURS",
  "TYPED",
] as const;
export type MeasureFigure = (typeof MEASURE_FIGURES)[number];

/** How a figure is made. */
export type FigureSource =
  /** The rate of an indicator, or the amount of its numerator, over the purchases of canteens. */
  | { from: "purchases"; indicator: Indicator; unit: "share" | "cents" }
  /** The same of purchases from the social economy and from insertion structures. */
  | { from: "social-purchases"; indicator: SocialIndicator; unit: "share" | "cents" }
  /** A sum of one workshop's ledger. */
  | { from: "workshop"; unit: "grams" | "count" }
  /** Insertion hours of one workshop, or done under the social clauses of the organisation's contracts. */
  | { from: "workshop-hours" | "clause-hours"; unit: "hours" }
  | { from: "typed"; unit: "typed" };

const rate = (indicator: Indicator): FigureSource => ({ from: "purchases", indicator, unit: "share" });
const amount = (indicator: Indicator): FigureSource => ({ from: "purchases", indicator, unit: "cents" });

const social = (indicator: SocialIndicator, unit: "share" | "cents"): FigureSource => ({
  from: "social-purchases",
  indicator,
  unit,
});

export const FIGURE_SOURCES: Readonly<Record<MeasureFigure, FigureSource>> = {
  LOCAL: rate("LOCAL"),
  SHORT: rate("SHORT"),
  SHORT_OR_LOCAL: rate("SHORT_OR_LOCAL"),
  ORGANIC: rate("ORGANIC"),
  EGALIM: rate("EGALIM"),
  MEAT_FISH: rate("MEAT_FISH"),
  LOCAL_AMOUNT: amount("LOCAL"),
  SHORT_AMOUNT: amount("SHORT"),
  ORGANIC_AMOUNT: amount("ORGANIC"),
  EGALIM_AMOUNT: amount("EGALIM"),
  SOCIAL: social("SOCIAL", "share"),
  INSERTION: social("INSERTION", "share"),
  SOCIAL_AMOUNT: social("SOCIAL", "cents"),
  INSERTION_AMOUNT: social("INSERTION", "cents"),
  WORKSHOP_DELIVERED: { from: "workshop", unit: "grams" },
  WORKSHOP_CANTEENS: { from: "workshop", unit: "count" },
  WORKSHOP_INSERTION: { from: "workshop-hours", unit: "hours" },
  CLAUSE_HOURS: { from: "clause-hours", unit: "hours" },
  TYPED: { from: "typed", unit: "typed" },
};

export const MEASURE_FIGURE_LABELS: Readonly<Record<MeasureFigure, Translated>> = {
  LOCAL: { fr: "Part du local", en: "Local share" },
  SHORT: { fr: "Part du circuit court", en: "Short circuit share" },
  SHORT_OR_LOCAL: { fr: "Part « court ou proximité »", en: "“Short circuit or local” share" },
  ORGANIC: { fr: "Part du bio", en: "Organic share" },
  EGALIM: { fr: "Part des produits durables et de qualité (EGalim)", en: INDICATOR_LABELS.EGALIM.en },
  MEAT_FISH: { fr: "Part EGalim des viandes et poissons", en: INDICATOR_LABELS.MEAT_FISH.en },
  LOCAL_AMOUNT: { fr: "Achats locaux (€ HT)", en: "Local purchases (€ excl. VAT)" },
  SHORT_AMOUNT: { fr: "Achats en circuit court (€ HT)", en: "Short circuit purchases (€ excl. VAT)" },
  ORGANIC_AMOUNT: { fr: "Achats bio (€ HT)", en: "Organic purchases (€ excl. VAT)" },
  EGALIM_AMOUNT: {
    fr: "Achats durables et de qualité (€ HT)",
    en: "Sustainable and quality purchases (€ excl. VAT)",
  },
  SOCIAL: {
    fr: "Part de l'économie sociale ou de l'insertion",
    en: "Share of the social economy or integration",
  },
  INSERTION: {
    fr: "Part de l'insertion et du handicap",
    en: "Share of work integration and disability",
  },
  SOCIAL_AMOUNT: {
    fr: "Achats à l'économie sociale ou à l'insertion (€ HT)",
    en: "Purchases from the social economy or integration (€ excl. VAT)",
  },
  INSERTION_AMOUNT: {
    fr: "Achats à l'insertion et au handicap (€ HT)",
    en: "Purchases from work integration and disability (€ excl. VAT)",
  },
  WORKSHOP_DELIVERED: { fr: "Tonnes livrées par la légumerie", en: "Tonnes delivered by the workshop" },
  WORKSHOP_CANTEENS: { fr: "Cantines servies par la légumerie", en: "Canteens served by the workshop" },
  WORKSHOP_INSERTION: { fr: "Heures d'insertion de la légumerie", en: "Insertion hours of the workshop" },
  CLAUSE_HOURS: { fr: "Heures des clauses sociales", en: "Hours of the social clauses" },
  TYPED: { fr: "Autre : une valeur relevée à la main", en: "Other: a value noted by hand" },
};

/** Scopes at which the figure exists. */
export function scopesOf(figure: MeasureFigure): readonly MeasureScope[] {
  switch (FIGURE_SOURCES[figure].from) {
    case "purchases":
    case "social-purchases":
      return ["organisation", "group", "canteen"];
    case "workshop":
    case "workshop-hours":
      return ["legumerie"];
    case "clause-hours":
      return ["organisation"];
    case "typed":
      return MEASURE_SCOPES;
  }
}

export function unitOf(figure: MeasureFigure): MeasureUnit {
  return FIGURE_SOURCES[figure].unit;
}

/** Whether the figure may be counted on confirmed facts alone or with the declared ones. */
export function hasCertainty(figure: MeasureFigure): boolean {
  const { from } = FIGURE_SOURCES[figure];
  return from === "purchases" || from === "social-purchases";
}

/** Decimals of the integer a value is kept as, when people type it: 12,5 % is 1 250 basis points, 1,5 t 1 500 000 grams. */
export const UNIT_DECIMALS: Readonly<Record<MeasureUnit, number>> = {
  share: 2,
  cents: 2,
  grams: 6,
  count: 0,
  hours: 2,
  typed: 3,
};
