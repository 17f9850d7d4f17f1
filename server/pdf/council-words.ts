import type { Locale } from "../../shared/locales.ts";

interface CouncilWords {
  title: (period: string) => string;
  lead: string;
  madeOn: (day: string) => string;
  partial: (day: string) => string;
  closed: (day: string) => string;
  headline: string;
  since: (change: string, before: string) => string;
  nothingBefore: (before: string) => string;
  colleges: string;
  nothing: string;
  figure: string;
  change: string;
  measures: string;
  measuresLead: (month: string) => string;
  measure: string;
  indicator: string;
  target: string;
  by: (day: string) => string;
  done: string;
  gap: string;
  reached: string;
  late: string;
  unknown: string;
  whole: string;
  canteens: string;
  canteensLead: string;
  canteen: string;
  spend: string;
  method: string;
  notes: string[];
}

/** What the report on paper says around its figures. */
export const COUNCIL_WORDS: Readonly<Record<Locale, CouncilWords>> = {
  fr: {
    title: (period) => `Rapport au CDESS, ${period}`,
    lead: "Rapport au conseil départemental de l'économie sociale et solidaire.",
    madeOn: (day) => `Chiffres du ${day}.`,
    partial: (day) => `Semestre en cours\u00a0: chiffres provisoires du ${day}.`,
    closed: (day) => `Rapport arrêté le ${day}.`,
    headline: "L'essentiel",
    since: (change, before) => `${change} par rapport au ${before}`,
    nothingBefore: (before) => `rien à comparer au ${before}`,
    colleges: "Pour chaque collège du conseil",
    nothing: "Aucun chiffre de ce semestre ne le concerne.",
    figure: "Chiffre",
    change: "Évolution",
    measures: "Les mesures évaluées",
    measuresLead: (month) => `Valeurs à fin ${month}, sur douze mois.`,
    measure: "Mesure",
    indicator: "Indicateur",
    target: "Cible",
    by: (day) => `au ${day}`,
    done: "Réalisé",
    gap: "Écart",
    reached: "atteinte",
    late: "échéance passée",
    unknown: "une personne de l'organisation",
    whole: "toute l'organisation",
    canteens: "Annexe\u00a0: cantine par cantine",
    canteensLead: "Taux prouvés, et leur évolution depuis le semestre précédent.",
    canteen: "Cantine",
    spend: "Achats HT",
    method: "Comment c'est compté",
    notes: [
      "Les taux sont en valeur, hors taxes, et ne comptent que ce qui est prouvé\u00a0; entre parenthèses, ce qu'ils seraient avec ce qui est seulement déclaré.",
      "Un semestre se compare au précédent, et au même un an plus tôt puisque les saisons diffèrent.",
      "«\u00a0n.\u00a0c.\u00a0»\u00a0: non communiqué, pour qu'aucun effectif de moins de cinq personnes ne se devine, même par différence.",
    ],
  },
  en: {
    title: (period) => `Report to the CDESS, ${period}`,
    lead: "Report to the departmental council for the social and solidarity economy.",
    madeOn: (day) => `Figures of ${day}.`,
    partial: (day) => `Half-year under way: provisional figures of ${day}.`,
    closed: (day) => `Report closed on ${day}.`,
    headline: "In short",
    since: (change, before) => `${change} since ${before}`,
    nothingBefore: (before) => `nothing to compare with in ${before}`,
    colleges: "For each college of the council",
    nothing: "No figure of this half-year concerns it.",
    figure: "Figure",
    change: "Change",
    measures: "Measures evaluated",
    measuresLead: (month) => `Values at the end of ${month}, over twelve months.`,
    measure: "Measure",
    indicator: "Indicator",
    target: "Target",
    by: (day) => `by ${day}`,
    done: "Done",
    gap: "Gap",
    reached: "reached",
    late: "overdue",
    unknown: "a person of the organisation",
    whole: "the whole organisation",
    canteens: "Annex: canteen by canteen",
    canteensLead: "Proven rates, and their change since the half-year before.",
    canteen: "Canteen",
    spend: "Purchases excl. VAT",
    method: "How it is counted",
    notes: [
      "Rates are by value, excluding VAT, and count only what is proven; in brackets, what they would be with what is only declared.",
      "A half-year is compared with the one before, and with the same one a year earlier since seasons differ.",
      "“n/d”: not disclosed, so that no count of fewer than five people can be worked out, even by difference.",
    ],
  },
};
