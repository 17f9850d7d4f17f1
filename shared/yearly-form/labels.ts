import { FAMILIES, FAMILY_SHORT_LABELS } from "../families.ts";
import type { Locale, Translated } from "../locales.ts";
import type { FamilyColumn } from "./amounts.ts";
import { familyColumnsOf } from "./amounts.ts";
import type { SimpleField } from "./fields.ts";
import { detailedFieldName, SIMPLE_FIELDS } from "./fields.ts";

/** What the form's amounts are, in the words of its page. @law ma-cantine-formulaire */
export const SIMPLE_FIELD_LABELS: Readonly<Record<SimpleField, Translated>> = {
  valeur_totale: { fr: "Total des achats alimentaires", en: "Total food purchases" },
  valeur_bio: { fr: "Bio", en: "Organic" },
  valeur_bio_dont_commerce_equitable: {
    fr: "Bio, dont commerce équitable",
    en: "Organic, of which fair trade",
  },
  valeur_siqo: {
    fr: "Signes officiels de qualité et d'origine (Label Rouge, AOC/AOP, IGP, STG)",
    en: "Official quality and origin signs (Label Rouge, PDO, PGI, TSG)",
  },
  valeur_externalites_performance: {
    fr: "Externalités et performance environnementales",
    en: "Environmental externalities and performance",
  },
  valeur_egalim_autres: {
    fr: "Autres produits EGalim (HVE, pêche durable, RUP, fermier, commerce équitable)",
    en: "Other EGalim products (HVE, sustainable fishing, outermost regions, farmhouse, fair trade)",
  },
  valeur_egalim_autres_dont_commerce_equitable: {
    fr: "Autres produits EGalim, dont commerce équitable",
    en: "Other EGalim products, of which fair trade",
  },
  valeur_viandes_volailles: { fr: "Viandes et volailles", en: "Meat and poultry" },
  valeur_viandes_volailles_egalim: {
    fr: "Viandes et volailles EGalim",
    en: "EGalim meat and poultry",
  },
  valeur_viandes_volailles_france: {
    fr: "Viandes et volailles, origine France",
    en: "Meat and poultry from France",
  },
  valeur_produits_de_la_mer: { fr: "Produits de la mer", en: "Sea products" },
  valeur_produits_de_la_mer_egalim: { fr: "Produits de la mer EGalim", en: "EGalim sea products" },
  valeur_produits_de_la_mer_france: {
    fr: "Produits de la mer, origine France",
    en: "Sea products from France",
  },
  valeur_fruits_et_legumes_france: {
    fr: "Fruits et légumes, origine France",
    en: "Fruit and vegetables from France",
  },
  valeur_charcuterie_france: { fr: "Charcuterie, origine France", en: "Cured meats from France" },
  valeur_produits_laitiers_france: {
    fr: "Produits laitiers et œufs, origine France",
    en: "Dairy and eggs from France",
  },
  valeur_boulangerie_france: { fr: "Boulangerie, origine France", en: "Bakery from France" },
  valeur_boissons_france: { fr: "Boissons, origine France", en: "Drinks from France" },
  valeur_autres_france: { fr: "Autres produits, origine France", en: "Other products from France" },
};

/** Columns of the detailed form. @law ma-cantine-formulaire */
export const FAMILY_COLUMN_LABELS: Readonly<Record<FamilyColumn, Translated>> = {
  bio: { fr: "Bio", en: "Organic" },
  label_rouge: { fr: "Label Rouge", en: "Label Rouge" },
  aocaop_igp_stg: { fr: "AOC/AOP, IGP, STG", en: "PDO, PGI, TSG" },
  hve: { fr: "Haute valeur environnementale", en: "High environmental value (HVE)" },
  peche_durable: { fr: "Pêche durable", en: "Sustainable fishing" },
  rup: { fr: "Région ultrapériphérique", en: "Outermost region" },
  commerce_equitable: { fr: "Commerce équitable", en: "Fair trade" },
  fermier: { fr: "Fermier", en: "Farmhouse" },
  externalites: { fr: "Externalités environnementales", en: "Environmental externalities" },
  performance: { fr: "Performance environnementale", en: "Environmental performance" },
  non_egalim: { fr: "Hors EGalim", en: "Not EGalim" },
  france: { fr: "Origine France", en: "From France" },
  europe: { fr: "Origine Europe", en: "From Europe" },
  circuit_court: { fr: "Circuit court", en: "Short circuit" },
  local: { fr: "Local", en: "Local" },
};

/** « Boulangerie : Label Rouge » for any amount of the form; the name itself when the year has no such amount. */
export function amountLabel(name: string, { year, locale }: { year: number; locale: Locale }): string {
  const simple = SIMPLE_FIELDS.find((field) => field === name);
  if (simple !== undefined) return SIMPLE_FIELD_LABELS[simple][locale];
  for (const family of FAMILIES)
    for (const column of familyColumnsOf(year))
      if (detailedFieldName(family, column) === name) {
        const colon = locale === "fr" ? "\u00A0: " : ": ";
        return `${FAMILY_SHORT_LABELS[family][locale]}${colon}${FAMILY_COLUMN_LABELS[column][locale]}`;
      }
  return name;
}
