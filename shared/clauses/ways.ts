import type { Translated } from "../locales.ts";

/**
 * How a public contract may lawfully carry insertion, most used first.
 * @law commande-publique-L2112-2 @law commande-publique-L2152-7 @law commande-publique-R2152-7
 * @law commande-publique-R2123-1 @law commande-publique-L2113-12
 */
export const CLAUSE_WAYS = ["PERFORMANCE", "CRITERION", "INSERTION", "RESERVED"] as const;
export type ClauseWay = (typeof CLAUSE_WAYS)[number];

/** Short enough for a column. */
export const CLAUSE_WAY_LABELS: Readonly<Record<ClauseWay, Translated>> = {
  PERFORMANCE: { fr: "Condition d'exécution", en: "Performance condition" },
  CRITERION: { fr: "Critère d'attribution", en: "Award criterion" },
  INSERTION: { fr: "Insertion, objet du marché", en: "Insertion as the object" },
  RESERVED: { fr: "Marché réservé", en: "Reserved contract" },
};

/** The text each stands on, with the article of the former code that people still say. */
export const CLAUSE_WAY_TEXTS: Readonly<Record<ClauseWay, Translated>> = {
  PERFORMANCE: { fr: "L. 2112-2 (ancien article 14)", en: "L. 2112-2 (former article 14)" },
  CRITERION: {
    fr: "L. 2152-7 et R. 2152-7 (ancien article 53)",
    en: "L. 2152-7 and R. 2152-7 (former article 53)",
  },
  INSERTION: { fr: "R. 2123-1 (ancien article 30)", en: "R. 2123-1 (former article 30)" },
  RESERVED: {
    fr: "L. 2113-12 à L. 2113-14 (ancien article 15)",
    en: "L. 2113-12 to L. 2113-14 (former article 15)",
  },
};
