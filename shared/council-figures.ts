import { INDICATOR_LABELS } from "./indicators/indicators.ts";
import { SOCIAL_INDICATOR_LABELS } from "./indicators/social.ts";
import type { Locale, Translated } from "./locales.ts";

export const REPORT_SECTIONS = ["canteens", "ess", "clauses", "legumerie"] as const;
export type ReportSectionKey = (typeof REPORT_SECTIONS)[number];

export const REPORT_SECTION_LABELS: Readonly<Record<ReportSectionKey, Translated>> = {
  canteens: { fr: "Les cantines", en: "The canteens" },
  ess: { fr: "Les achats à l'économie sociale et solidaire", en: "Purchases from the social economy" },
  clauses: { fr: "Les clauses sociales des marchés", en: "The social clauses of contracts" },
  legumerie: { fr: "Les légumeries", en: "The vegetable workshops" },
};

/**
 * `share`: a rate. `amount`: cents HT. `part`: cents HT over all food, told as both. `grams`, `count`. `people`: a
 * count under five is hidden. `hours`: hundredths of an hour.
 */
export type ReportUnit = "share" | "amount" | "part" | "grams" | "count" | "people" | "hours";

/** Every figure of the report, its unit and its name. */
export const REPORT_FIGURES = {
  CANTEENS: figure("count", "Cantines qui ont acheté", "Canteens that bought"),
  SPEND: figure("amount", "Achats alimentaires HT", "Food purchases excl. VAT"),
  EGALIM: figure("share", "Produits durables et de qualité (EGalim)", "Sustainable and quality (EGalim)"),
  ORGANIC: figure("share", "dont bio", "of which organic"),
  MEAT_FISH: figure("share", "Viandes et poissons EGalim", "EGalim meat and fish"),
  LOCAL: figure("share", "Local", "Local"),
  SHORT: figure("share", "Circuit court", "Short circuit"),
  SHORT_OR_LOCAL: figure("share", "Court ou proximité", "Short circuit or local"),
  AT_LAW: figure(
    "count",
    "Cantines aux objectifs EGalim et bio",
    "Canteens at the EGalim and organic targets",
  ),
  SOCIAL: { unit: "part", label: SOCIAL_INDICATOR_LABELS.SOCIAL },
  ESS: { unit: "part", label: SOCIAL_INDICATOR_LABELS.ESS },
  ESUS: { unit: "part", label: SOCIAL_INDICATOR_LABELS.ESUS },
  INSERTION: { unit: "part", label: SOCIAL_INDICATOR_LABELS.INSERTION },
  SIAE: { unit: "part", label: SOCIAL_INDICATOR_LABELS.SIAE },
  ADAPTED: { unit: "part", label: SOCIAL_INDICATOR_LABELS.ADAPTED },
  ESAT: { unit: "part", label: SOCIAL_INDICATOR_LABELS.ESAT },
  LABEL: { unit: "part", label: SOCIAL_INDICATOR_LABELS.LABEL },
  CHARTER: { unit: "part", label: SOCIAL_INDICATOR_LABELS.CHARTER },
  CLAUSE_CONTRACTS: figure("count", "Marchés avec une clause sociale", "Contracts with a social clause"),
  CLAUSE_AMOUNT: figure("amount", "Leur montant HT, sur toute leur durée", "Their amount excl. VAT, in full"),
  CLAUSE_PLANNED: figure("hours", "Heures prévues sur le semestre", "Hours planned for the half-year"),
  CLAUSE_DONE: figure("hours", "Heures faites sur le semestre", "Hours done in the half-year"),
  CLAUSE_DONE_BY: figure("hours", "Heures faites par ces employeurs", "Hours done by these employers"),
  WORKSHOP_RECEIVED: figure("grams", "Légumes bruts reçus", "Raw vegetables received"),
  WORKSHOP_DELIVERED: figure("grams", "Livré et accepté", "Delivered and accepted"),
  WORKSHOP_CANTEENS: figure("count", "Cantines servies", "Canteens served"),
  WORKSHOP_PRODUCERS: figure("count", "Producteurs", "Producers"),
  WORKSHOP_LOSS: figure("share", "Pertes", "Losses"),
  WORKSHOP_LOCAL: figure("share", "Reçu du département", "Received from the département"),
  WORKSHOP_ORGANIC: figure("share", "Reçu en bio, prouvé", "Received organic, proven"),
  WORKSHOP_HOURS: figure("hours", "Heures travaillées", "Hours worked"),
  WORKSHOP_INSERTION: figure("hours", "dont heures d'insertion", "of which insertion hours"),
  WORKSHOP_PEOPLE: figure("people", "Personnes au dernier mois", "People in the last month"),
  WORKSHOP_INSERTION_PEOPLE: figure("people", "dont en insertion", "of which in insertion"),
} as const satisfies Readonly<Record<string, ReportFigure>>;
export type ReportCode = keyof typeof REPORT_FIGURES;

/** The figures one remembers. */
export const REPORT_HEADLINES = [
  "SHORT_OR_LOCAL",
  "ORGANIC",
  "EGALIM",
  "SPEND",
] as const satisfies readonly ReportCode[];

/** « Bio », alone above its figure. */
export function headlineName({ code }: { code: ReportCode }, locale: Locale): string {
  return code === "ORGANIC" ? INDICATOR_LABELS.ORGANIC[locale] : REPORT_FIGURES[code].label[locale];
}

/** « Bio », « Légumerie de Lens : pertes », of a row of the report. */
export function reportFigureName(
  { code, subject }: { code: ReportCode; subject: Translated | null },
  locale: Locale,
): string {
  const label = REPORT_FIGURES[code].label[locale];
  if (subject === null) return label;
  return `${subject[locale]}${locale === "fr" ? "\u00a0:" : ":"} ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

interface ReportFigure {
  unit: ReportUnit;
  label: Translated;
}

function figure<Unit extends ReportUnit>(
  unit: Unit,
  fr: string,
  en: string,
): { unit: Unit; label: Translated } {
  return { unit, label: { fr, en } };
}
