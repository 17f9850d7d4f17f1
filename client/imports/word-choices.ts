import { CATEGORIES, CATEGORY_LABELS } from "../../shared/categories.ts";
import { FAMILIES, FAMILY_LABELS } from "../../shared/families.ts";
import type { Locale, Translated } from "../../shared/locales.ts";
import { ORIGIN_LABELS } from "../../shared/offers.ts";
import { UNIT_LABELS, UNITS } from "../../shared/quantity.ts";
import type { TargetField } from "../../shared/table-mapping/targets.ts";

export interface WordChoice {
  /** What the mapping puts in place of the word. */
  value: string;
  label: string;
}

const YES_NO: readonly (readonly [string, Translated])[] = [
  ["OUI", { fr: "Oui", en: "Yes" }],
  ["NON", { fr: "Non", en: "No" }],
];
const SCOPES: readonly (readonly [string, Translated])[] = [
  ["PAT", { fr: "Projet alimentaire territorial", en: "Territorial food project" }],
  ["COMMUNE", { fr: "Commune", en: "Municipality" }],
  ["DEPARTEMENT", { fr: "Département", en: "Department" }],
  ["REGION", { fr: "Région", en: "Region" }],
  ["KM", { fr: "Rayon en kilomètres", en: "Radius in kilometres" }],
];
const CIRCUITS: readonly (readonly [string, Translated])[] = [
  ["CIRCUIT_COURT", { fr: "Circuit court", en: "Short circuit" }],
  ["LOCAL", { fr: "Local", en: "Local" }],
];

/** What a word of a column may stand for; empty: the field has no list. */
export function wordChoices(
  field: TargetField,
  { locale, siret }: { locale: Locale; siret: string },
): WordChoice[] {
  const say = (list: readonly (readonly [string, Translated])[]) =>
    list.map(([value, label]) => ({ value, label: label[locale] }));
  const categories = CATEGORIES.map((each) => [each, CATEGORY_LABELS[each]] as const);
  const origins = Object.entries(ORIGIN_LABELS);
  switch (field) {
    case "famille_produits":
      return say(FAMILIES.map((each) => [each, FAMILY_LABELS[each]] as const));
    case "categories_egalim":
    case "caracteristique_label1":
    case "caracteristique_label2":
      return say(categories);
    case "caracteristiques":
    case "caracteristique_france":
      return say([...categories, ...origins, ...CIRCUITS]);
    case "origine":
      return say(origins);
    case "est_circuit_court":
    case "est_local":
      return say(YES_NO);
    case "definition_local":
      return say(SCOPES);
    case "unite":
      return say(UNITS.map((each) => [each, UNIT_LABELS[each]] as const));
    case "siret":
    case "cantine_id":
      return [{ value: siret, label: siret }];
    default:
      return [];
  }
}

/** Fields whose words may also mean nothing at all. */
export function mayBeEmpty(field: TargetField): boolean {
  return field !== "famille_produits" && field !== "siret" && field !== "cantine_id";
}
