/** EGalim categories as the State's purchase file spells them. @law rural-L230-5-1 */
export const CATEGORIES = [
  "BIO",
  "LABEL_ROUGE",
  "AOCAOP",
  "IGP",
  "STG",
  "HVE",
  "PECHE_DURABLE",
  "RUP",
  "COMMERCE_EQUITABLE",
  "FERMIER",
  "EXTERNALITES",
  "PERFORMANCE",
] as const;

export type Category = (typeof CATEGORIES)[number];

/** What one line is counted under: one EGalim category, once, or none. */
export type LineCategory = Category | "NON_EGALIM";
export const LINE_CATEGORIES = [...CATEGORIES, "NON_EGALIM"] as const;

export const CATEGORY_LABELS: Record<LineCategory, { fr: string; en: string }> = {
  BIO: { fr: "Bio", en: "Organic" },
  LABEL_ROUGE: { fr: "Label Rouge", en: "Label Rouge" },
  AOCAOP: { fr: "AOC/AOP", en: "AOC/PDO" },
  IGP: { fr: "IGP", en: "PGI" },
  STG: { fr: "STG", en: "TSG" },
  HVE: { fr: "Haute valeur environnementale", en: "High environmental value (HVE)" },
  PECHE_DURABLE: { fr: "Pêche durable", en: "Sustainable fishing" },
  RUP: { fr: "Région ultrapériphérique", en: "Outermost region" },
  COMMERCE_EQUITABLE: { fr: "Commerce équitable", en: "Fair trade" },
  FERMIER: { fr: "Fermier", en: "Farmhouse" },
  EXTERNALITES: { fr: "Externalités environnementales", en: "Environmental externalities" },
  PERFORMANCE: { fr: "Performance environnementale", en: "Environmental performance" },
  NON_EGALIM: { fr: "Hors EGalim", en: "Not EGalim" },
};
