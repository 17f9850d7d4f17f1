import type { LineCategory } from "../categories.ts";
import type { Family } from "../families.ts";

/** Amounts of the simple form, HT, in the State's names and order. @law ma-cantine-formulaire */
export const SIMPLE_FIELDS = [
  "valeur_totale",
  "valeur_bio",
  "valeur_bio_dont_commerce_equitable",
  "valeur_siqo",
  "valeur_externalites_performance",
  "valeur_egalim_autres",
  "valeur_egalim_autres_dont_commerce_equitable",
  "valeur_viandes_volailles",
  "valeur_viandes_volailles_egalim",
  "valeur_viandes_volailles_france",
  "valeur_produits_de_la_mer",
  "valeur_produits_de_la_mer_egalim",
  "valeur_produits_de_la_mer_france",
  "valeur_fruits_et_legumes_france",
  "valeur_charcuterie_france",
  "valeur_produits_laitiers_france",
  "valeur_boulangerie_france",
  "valeur_boissons_france",
  "valeur_autres_france",
] as const;
export type SimpleField = (typeof SIMPLE_FIELDS)[number];

/** The six amounts the State requires. @law rural-R230-30-4 */
export const REQUIRED_FIELDS = [
  "valeur_totale",
  "valeur_bio",
  "valeur_siqo",
  "valeur_egalim_autres",
  "valeur_viandes_volailles",
  "valeur_viandes_volailles_egalim",
] as const satisfies readonly SimpleField[];
export type RequiredField = (typeof REQUIRED_FIELDS)[number];

/** Columns of the detailed form that share out a family's amount, in its order. @law ma-cantine-formulaire */
export const DETAILED_COLUMNS = [
  "bio",
  "label_rouge",
  "aocaop_igp_stg",
  "hve",
  "peche_durable",
  "rup",
  "commerce_equitable",
  "fermier",
  "externalites",
  "performance",
  "non_egalim",
] as const;
export type DetailedColumn = (typeof DETAILED_COLUMNS)[number];

/** Column a line's one category is declared in. */
export const COLUMN_OF: Record<LineCategory, DetailedColumn> = {
  BIO: "bio",
  LABEL_ROUGE: "label_rouge",
  AOCAOP: "aocaop_igp_stg",
  IGP: "aocaop_igp_stg",
  STG: "aocaop_igp_stg",
  HVE: "hve",
  PECHE_DURABLE: "peche_durable",
  RUP: "rup",
  COMMERCE_EQUITABLE: "commerce_equitable",
  FERMIER: "fermier",
  EXTERNALITES: "externalites",
  PERFORMANCE: "performance",
  NON_EGALIM: "non_egalim",
};

/** Amount of the simple form a category adds to. */
export type SimpleGroup = Extract<
  SimpleField,
  "valeur_bio" | "valeur_siqo" | "valeur_egalim_autres" | "valeur_externalites_performance"
>;

/** The simple form's groups; null: outside EGalim. @law ma-cantine-formulaire */
export const SIMPLE_GROUP_OF: Record<DetailedColumn, SimpleGroup | null> = {
  bio: "valeur_bio",
  label_rouge: "valeur_siqo",
  aocaop_igp_stg: "valeur_siqo",
  hve: "valeur_egalim_autres",
  peche_durable: "valeur_egalim_autres",
  rup: "valeur_egalim_autres",
  commerce_equitable: "valeur_egalim_autres",
  fermier: "valeur_egalim_autres",
  externalites: "valeur_externalites_performance",
  performance: "valeur_externalites_performance",
  non_egalim: null,
};

/** The State's name of a detailed amount: `valeur_boulangerie_label_rouge`. */
export function detailedFieldName(family: Family, column: string): string {
  return `valeur_${family.toLowerCase()}_${column}`;
}
