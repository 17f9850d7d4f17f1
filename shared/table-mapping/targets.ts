import type { Translated } from "../locales.ts";
import { FILE_COLUMNS } from "../purchase-file/columns.ts";

/**
 * What a column of any spreadsheet may be: the columns of the State's file under their own names, and what
 * a wholesaler's statement or another program's export has beside.
 */
export const TARGET_FIELDS = [
  ...FILE_COLUMNS,
  "siret_fournisseur",
  "prix_ttc",
  "taux_tva",
  "quantite",
  "unite",
  "prix_unitaire_ht",
  "reference",
  "code_article",
] as const;
export type TargetField = (typeof TARGET_FIELDS)[number];

/** Names of the fields for people, shortest first in the order a page lists them. */
export const TARGET_LABELS: Readonly<Record<TargetField, Translated>> = {
  date: { fr: "Date", en: "Date" },
  fournisseur: { fr: "Fournisseur", en: "Supplier" },
  siret_fournisseur: { fr: "SIRET du fournisseur", en: "Supplier's SIRET" },
  description: { fr: "Description", en: "Description" },
  prix_ht: { fr: "Montant HT", en: "Amount HT" },
  prix_ttc: { fr: "Montant TTC", en: "Amount TTC" },
  taux_tva: { fr: "Taux de TVA", en: "VAT rate" },
  quantite: { fr: "Quantité", en: "Quantity" },
  unite: { fr: "Unité", en: "Unit" },
  prix_unitaire_ht: { fr: "Prix unitaire HT", en: "Unit price HT" },
  famille_produits: { fr: "Famille", en: "Family" },
  categories_egalim: { fr: "Catégories EGalim", en: "EGalim categories" },
  origine: { fr: "Origine", en: "Origin" },
  est_circuit_court: { fr: "Circuit court", en: "Short circuit" },
  est_local: { fr: "Local", en: "Local" },
  definition_local: { fr: "Définition de «\u00A0local\u00A0»", en: "Definition of “local”" },
  definition_local_km: { fr: "Rayon en km", en: "Radius in km" },
  reference: { fr: "N° de bon ou de facture", en: "Delivery note or invoice number" },
  code_article: { fr: "Code article", en: "Article code" },
  siret: { fr: "SIRET de la cantine", en: "Canteen's SIRET" },
  cantine_id: { fr: "Identifiant de la cantine", en: "Canteen's id" },
  caracteristiques: { fr: "Caractéristiques", en: "Characteristics" },
  caracteristique_label1: { fr: "Caractéristique 1", en: "Characteristic 1" },
  caracteristique_label2: { fr: "Caractéristique 2", en: "Characteristic 2" },
  caracteristique_france: { fr: "Caractéristique 3", en: "Characteristic 3" },
};

/** Fields in which a column may hold words of a short list: a page lets each word be translated once. */
export const CODED_FIELDS = [
  "famille_produits",
  "categories_egalim",
  "origine",
  "est_circuit_court",
  "est_local",
  "definition_local",
  "unite",
  "siret",
  "cantine_id",
  "caracteristiques",
  "caracteristique_label1",
  "caracteristique_label2",
  "caracteristique_france",
] as const satisfies readonly TargetField[];

/** Fields that may be chosen once for the whole file instead of being a column. */
export const CONSTANT_FIELDS = [
  "fournisseur",
  "date",
  "famille_produits",
  "taux_tva",
  "unite",
  "siret",
  "reference",
  "origine",
] as const satisfies readonly TargetField[];
