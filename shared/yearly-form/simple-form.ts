import type { Cell } from "../cells.ts";
import type { Family } from "../families.ts";
import type { DetailedForm, FormOptions } from "./detailed-form.ts";
import { detailedForm } from "./detailed-form.ts";
import type { RequiredField, SimpleField, SimpleGroup } from "./fields.ts";
import { DETAILED_COLUMNS, SIMPLE_GROUP_OF } from "./fields.ts";

export type SimpleForm = Record<SimpleField, number>;
export type RequiredAmounts = Record<RequiredField, number>;

/** The 19 amounts of the simple yearly form, HT cents. @law rural-R230-30-4 */
export function simpleForm(cells: readonly Cell[], options: FormOptions): SimpleForm {
  const form = detailedForm(cells, options);
  return {
    valeur_totale: total(form, (family) => family.total),
    valeur_bio: group(form, "valeur_bio"),
    valeur_bio_dont_commerce_equitable: total(form, (family) => family.bio_dont_commerce_equitable),
    valeur_siqo: group(form, "valeur_siqo"),
    valeur_externalites_performance: group(form, "valeur_externalites_performance"),
    valeur_egalim_autres: group(form, "valeur_egalim_autres"),
    valeur_egalim_autres_dont_commerce_equitable: total(
      form,
      (family) => family.egalim_autres_dont_commerce_equitable,
    ),
    valeur_viandes_volailles: form.VIANDES_VOLAILLES.total,
    valeur_viandes_volailles_egalim: egalim(form, "VIANDES_VOLAILLES"),
    valeur_viandes_volailles_france: form.VIANDES_VOLAILLES.origins.france,
    valeur_produits_de_la_mer: form.PRODUITS_DE_LA_MER.total,
    valeur_produits_de_la_mer_egalim: egalim(form, "PRODUITS_DE_LA_MER"),
    valeur_produits_de_la_mer_france: form.PRODUITS_DE_LA_MER.origins.france,
    valeur_fruits_et_legumes_france: form.FRUITS_ET_LEGUMES.origins.france,
    valeur_charcuterie_france: form.CHARCUTERIE.origins.france,
    valeur_produits_laitiers_france: form.PRODUITS_LAITIERS.origins.france,
    valeur_boulangerie_france: form.BOULANGERIE.origins.france,
    valeur_boissons_france: form.BOISSONS.origins.france,
    valeur_autres_france: form.AUTRES.origins.france,
  };
}

/** The six amounts the State requires, HT cents. @law rural-R230-30-4 */
export function requiredAmounts(cells: readonly Cell[], options: FormOptions): RequiredAmounts {
  const form = simpleForm(cells, options);
  return {
    valeur_totale: form.valeur_totale,
    valeur_bio: form.valeur_bio,
    valeur_siqo: form.valeur_siqo,
    valeur_egalim_autres: form.valeur_egalim_autres,
    valeur_viandes_volailles: form.valeur_viandes_volailles,
    valeur_viandes_volailles_egalim: form.valeur_viandes_volailles_egalim,
  };
}

function total(form: DetailedForm, amount: (family: DetailedForm[Family]) => number): number {
  return Object.values(form).reduce((sum, family) => sum + amount(family), 0);
}

function group(form: DetailedForm, name: SimpleGroup): number {
  const columns = DETAILED_COLUMNS.filter((column) => SIMPLE_GROUP_OF[column] === name);
  return total(form, (family) => columns.reduce((sum, column) => sum + family.columns[column], 0));
}

function egalim(form: DetailedForm, family: Family): number {
  return form[family].total - form[family].columns.non_egalim;
}
