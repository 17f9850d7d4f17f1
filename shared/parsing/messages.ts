import type { Locale } from "../locales.ts";
import type { DateError, DateWarning } from "./dates.ts";
import type { NumberError, NumberWarning } from "./numbers.ts";

/** Everything the parsers of this room may say about a text. */
export type ParsingCode = NumberError | NumberWarning | DateError | DateWarning;

type Sentence = (text: string) => string;

const FR_DATE_FORMS =
  "«\u00A05/11\u00A0», «\u00A005/11/2026\u00A0», «\u00A00511\u00A0» ou «\u00A0hier\u00A0»";
const EN_DATE_FORMS = "“5/11”, “05/11/2026”, “0511” or “yesterday”";

const SENTENCES: Readonly<Record<ParsingCode, Readonly<Record<Locale, Sentence>>>> = {
  NUMBER_EMPTY: {
    fr: () => "Aucun nombre n'est saisi. Tapez par exemple 12,5.",
    en: () => "No number is entered. Type for example 12.5.",
  },
  NUMBER_NO_DIGIT: {
    fr: (text) => `${fr(text)} ne contient aucun chiffre. Tapez par exemple 12,5.`,
    en: (text) => `${en(text)} has no digit. Type for example 12.5.`,
  },
  NUMBER_CHARACTER: {
    fr: (text) => `${fr(text)} n'est pas un nombre. Gardez les chiffres, une virgule, et au plus € ou kg.`,
    en: (text) => `${en(text)} is not a number. Keep digits, one decimal mark, and at most € or kg.`,
  },
  NUMBER_SEVERAL_MARKS: {
    fr: (text) =>
      `${fr(text)} a plusieurs virgules ou points. Gardez une seule virgule, sans point pour les milliers.`,
    en: (text) => `${en(text)} has several decimal marks. Keep one, and no mark for thousands.`,
  },
  NUMBER_GROUPING: {
    fr: (text) => `${fr(text)} mélange virgule et point. Gardez une seule virgule\u00A0: 1234,5.`,
    en: (text) => `${en(text)} mixes comma and point. Keep one decimal mark: 1234.5.`,
  },
  NUMBER_UNIT_PLACE: {
    fr: (text) =>
      `Dans ${fr(text)}, l'unité (€ ou kg) est mal placée. Mettez-la à la fin, une seule fois\u00A0: 12,50\u00A0€.`,
    en: (text) => `In ${en(text)}, the unit (€ or kg) is misplaced. Put it at the end, once: 12.50 €.`,
  },
  NUMBER_SIGN_PLACE: {
    fr: (text) =>
      `Dans ${fr(text)}, le signe moins est mal placé. Mettez-le une seule fois, devant\u00A0: -12,50.`,
    en: (text) => `In ${en(text)}, the minus sign is misplaced. Put it once, in front: -12.50.`,
  },
  NUMBER_TOO_LARGE: {
    fr: (text) => `${fr(text)} est trop grand. Vérifiez le nombre de chiffres.`,
    en: (text) => `${en(text)} is too large. Check the number of digits.`,
  },
  NUMBER_POINT_AS_COMMA: {
    fr: (text) => `${fr(text)} est lu ${text.trim().replace(".", ",")}. Pour des milliers, tapez sans point.`,
    en: (text) => `The point of ${en(text)} is read as a decimal mark. For thousands, type no mark.`,
  },
  NUMBER_SPACING: {
    fr: (text) => `${fr(text)} est lu sans ses espaces. Vérifiez qu'il s'agit d'un seul nombre.`,
    en: (text) => `${en(text)} is read without its spaces. Check that it is one number.`,
  },
  NUMBER_ROUNDED: {
    fr: (text) => `${fr(text)} a plus de décimales que cette case n'en garde\u00A0: la valeur est arrondie.`,
    en: (text) => `${en(text)} has more decimals than this field keeps: the value is rounded.`,
  },
  DATE_EMPTY: {
    fr: () => `Aucune date n'est saisie. Tapez ${FR_DATE_FORMS}.`,
    en: () => `No date is entered. Type ${EN_DATE_FORMS}.`,
  },
  DATE_UNREADABLE: {
    fr: (text) => `${fr(text)} n'est pas une date. Tapez ${FR_DATE_FORMS}.`,
    en: (text) => `${en(text)} is not a date. Type ${EN_DATE_FORMS}.`,
  },
  DATE_IMPOSSIBLE: {
    fr: (text) =>
      `${fr(text)} n'existe pas dans le calendrier. Le jour vient avant le mois\u00A0: 05/11/2026.`,
    en: (text) => `${en(text)} is not in the calendar. The day comes before the month: 05/11/2026.`,
  },
  DATE_YEAR: {
    fr: (text) => `L'année de ${fr(text)} n'est pas entre 1900 et 2199. Corrigez l'année.`,
    en: (text) => `The year of ${en(text)} is not between 1900 and 2199. Correct the year.`,
  },
  DATE_YEAR_FAR: {
    fr: (text) =>
      `${fr(text)} est lu dans l'année scolaire, à plus de six mois d'aujourd'hui. Ajoutez l'année si besoin.`,
    en: (text) =>
      `${en(text)} is read in the school year, more than six months from today. Add the year if needed.`,
  },
};

/** What was typed stays short in a sentence. */
const QUOTED_LENGTH = 40;

/** What a code says of the text that was typed: what is wrong or was assumed, and what to do. */
export function parsingSentence({ code, text }: { code: ParsingCode; text: string }, locale: Locale): string {
  return SENTENCES[code][locale](text);
}

function fr(text: string): string {
  return `«\u00A0${shorten(text)}\u00A0»`;
}

function en(text: string): string {
  return `“${shorten(text)}”`;
}

function shorten(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > QUOTED_LENGTH ? `${trimmed.slice(0, QUOTED_LENGTH)}…` : trimmed;
}
