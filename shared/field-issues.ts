import type { Locale, Translated } from "./locales.ts";

/** What is wrong with one field of a form, as a code; schemas carry the code as their message. */
export const FIELD_ISSUE_SENTENCES = {
  "price-missing": {
    fr: "Le prix ou le coût fait toujours partie des critères : ajoutez-le.",
    en: "Price or cost is always one of the criteria: please add it.",
  },
  required: {
    fr: "À remplir.",
    en: "Please fill this in.",
  },
  "too-long": {
    fr: "Texte trop long : raccourcissez-le.",
    en: "Text too long: please shorten it.",
  },
  "siret-length": {
    fr: "Un SIRET a 14 chiffres : comptez-les.",
    en: "A SIRET has 14 digits: please count them.",
  },
  "siret-key": {
    fr: "La clé de contrôle de ce SIRET est fausse : relisez les 14 chiffres.",
    en: "The check digit of this SIRET is wrong: read the 14 digits again.",
  },
  "siret-taken": {
    fr: "Ce SIRET est déjà celui d'une autre fiche : ouvrez-la au lieu d'en créer une seconde.",
    en: "This SIRET already belongs to another record: open it instead of creating a second one.",
  },
  uai: {
    fr: "Un numéro UAI a 7 chiffres et une lettre majuscule, par exemple 0620001A.",
    en: "A UAI number has 7 digits and a capital letter, for example 0620001A.",
  },
  "control-body": {
    fr: "Le code d'un organisme certificateur s'écrit comme FR-BIO-01.",
    en: "A control body code is written like FR-BIO-01.",
  },
  date: {
    fr: "Ce n'est pas un jour du calendrier.",
    en: "This is not a day of the calendar.",
  },
  site: {
    fr: "Un site s'écrit https:// puis son nom, sans rien après, par exemple https://www.college.example.",
    en: "A site is written https:// then its name, with nothing after it, for example https://www.college.example.",
  },
  "date-order": {
    fr: "La fin de validité est avant le début.",
    en: "The end of validity is before its start.",
  },
  "measure-dates": {
    fr: "L'échéance est avant le début.",
    en: "The due date is before the start.",
  },
  "measure-place": {
    fr: "Ce lieu n'est pas à l'organisation : choisissez-en un de la liste.",
    en: "This place is not the organisation's: choose one from the list.",
  },
  "measure-owner": {
    fr: "Cette personne n'a pas de compte dans l'organisation : choisissez-la dans la liste, ou écrivez sa fonction.",
    en: "This person has no account in the organisation: choose one from the list, or write a function.",
  },
  "date-taken": {
    fr: "Une définition commence déjà ce jour-là : modifiez-la ou choisissez un autre jour.",
    en: "A definition already starts on that day: change it or choose another day.",
  },
  "status-overlap": {
    fr: "Déjà noté sur ces dates, ou une autre forme juridique y court : corrigez ses dates d'abord.",
    en: "Already noted for these dates, or another legal form holds then: correct its dates first.",
  },
  "target-taken": {
    fr: "Un objectif existe déjà pour cet indicateur, cette base et cette année : modifiez-le.",
    en: "A target already exists for this indicator, basis and year: change that one.",
  },
  commune: {
    fr: "Cette commune n'existe pas : choisissez-la dans la liste.",
    en: "This commune does not exist: choose it from the list.",
  },
  communes: {
    fr: "Ajoutez au moins une commune.",
    en: "Please add at least one commune.",
  },
  canteens: {
    fr: "Choisissez au moins une cantine.",
    en: "Please choose at least one canteen.",
  },
  "name-taken": {
    fr: "Ce nom est déjà pris : choisissez-en un autre, ou modifiez l'existant.",
    en: "This name is taken: choose another, or change the existing one.",
  },
  "territory-foreign": {
    fr: "Une autre organisation a des cantines sur ce territoire : choisissez-en un plus petit.",
    en: "Another organisation has canteens in this territory: choose a smaller one.",
  },
  "territory-granted": {
    fr: "Un compte a un rôle sur un lieu qui ne serait plus dans le territoire : retirez ce rôle d'abord.",
    en: "An account has a role on a place that would leave the territory: take that role back first.",
  },
  position: {
    fr: "Une position a une latitude (−90 à 90) et une longitude (−180 à 180), en degrés.",
    en: "A position has a latitude (−90 to 90) and a longitude (−180 to 180), in degrees.",
  },
  range: {
    fr: "Cette valeur sort des limites permises.",
    en: "This value is outside the permitted range.",
  },
  radius: {
    fr: "Une distance en km est demandée pour ce périmètre, et pour lui seul.",
    en: "A distance in km is required for this scope, and for it only.",
  },
  choice: {
    fr: "Choisissez une valeur de la liste.",
    en: "Choose a value from the list.",
  },
  "geographic-criterion": {
    fr: "Une origine géographique ne peut pas être un critère (R2111-7) : dites plutôt la qualité, la livraison, l'environnement ou l'approvisionnement direct.",
    en: "A geographic origin cannot be a criterion (R2111-7): say quality, delivery, environment or direct supply instead.",
  },
  weights: {
    fr: "Les poids des critères doivent faire 100 %.",
    en: "The weights of the criteria must add up to 100%.",
  },
  "price-list-empty": {
    fr: "Aucun prix n'a été lu dans ce fichier : vérifiez les colonnes.",
    en: "No price was read in this file: check the columns.",
  },
  "form-of-form": {
    fr: "Une forme renvoie au produit brut, jamais à une autre forme : choisissez le produit brut.",
    en: "A form points to the raw product, never to another form: choose the raw product.",
  },
  "number-taken": {
    fr: "Un autre marché porte déjà ce numéro : ouvrez-le, ou corrigez le numéro.",
    en: "Another contract already has this number: open it, or correct the number.",
  },
  "lot-number": {
    fr: "Un marché alloti donne un numéro à chaque lot, et deux lots n'ont pas le même.",
    en: "A contract in lots gives each lot a number, and no two lots the same.",
  },
  "hours-plan": {
    fr: "Donnez les trois termes du calcul (main-d'œuvre, insertion, coût horaire), ou les heures convenues.",
    en: "Give the three terms of the formula (labour, insertion, hourly cost), or the hours agreed.",
  },
  "hours-reason": {
    fr: "Dites pourquoi ce nombre d'heures remplace le calcul.",
    en: "Say why this number of hours replaces the formula.",
  },
  "hours-recorded": {
    fr: "Des heures y sont déjà saisies : effacez-les d'abord, ou gardez cette ligne.",
    en: "Hours are already recorded there: clear them first, or keep this line.",
  },
  "dates-reversed": {
    fr: "La fin est avant le début.",
    en: "The end is before the start.",
  },
  "file-missing": {
    fr: "Ce justificatif n'est plus sur le serveur : déposez-le à nouveau.",
    en: "This proof is no longer on the server: please add it again.",
  },
} as const satisfies Readonly<Record<string, Translated>>;

export type FieldIssueCode = keyof typeof FIELD_ISSUE_SENTENCES;

/** One refused field. `otherId`: the record that already holds the value, null when none is meant. */
export interface FieldIssue {
  field: string;
  code: FieldIssueCode;
  otherId: string | null;
}

/** The sentence of a code in the language asked; a text that is no code is « cette valeur n'est pas acceptée ». */
export function fieldIssueSentence(code: string, locale: Locale): string {
  return isFieldIssueCode(code) ? FIELD_ISSUE_SENTENCES[code][locale] : UNNAMED[locale];
}

const UNNAMED: Translated = {
  fr: "Cette valeur n'est pas acceptée.",
  en: "This value is not accepted.",
};

function isFieldIssueCode(code: string): code is FieldIssueCode {
  return Object.hasOwn(FIELD_ISSUE_SENTENCES, code);
}
