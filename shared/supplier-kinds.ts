import type { Translated } from "./locales.ts";

/** PRODUCER and PRODUCER_GROUP grow or make what they sell; a LEGUMERIE washes, peels and cuts. */
export const SUPPLIER_KINDS = ["PRODUCER", "PRODUCER_GROUP", "WHOLESALER", "PROCESSOR", "LEGUMERIE"] as const;
export type SupplierKind = (typeof SUPPLIER_KINDS)[number];

export const SUPPLIER_KIND_LABELS: Readonly<Record<SupplierKind, Translated>> = {
  PRODUCER: { fr: "Producteur", en: "Producer" },
  PRODUCER_GROUP: { fr: "Groupement de producteurs", en: "Producers' group" },
  WHOLESALER: { fr: "Grossiste", en: "Wholesaler" },
  PROCESSOR: { fr: "Transformateur", en: "Processor" },
  LEGUMERIE: { fr: "Légumerie", en: "Vegetable workshop" },
};

/** Proof states a list of suppliers may be narrowed to. */
export const PROOF_FILTERS = ["expired", "expiring", "none"] as const;
export type ProofFilter = (typeof PROOF_FILTERS)[number];
