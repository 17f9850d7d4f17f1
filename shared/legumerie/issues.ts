import { formatKg } from "../format/measures.ts";
import type { Locale } from "../locales.ts";

/** What keeps a reception, a batch or a delivery from being written. */
export const LEGUMERIE_ISSUE_CODES = [
  "DATE_IN_FUTURE",
  "HARVESTED_AFTER_RECEPTION",
  "FEE_WITH_PRICE",
  "UNKNOWN_PRODUCER",
  "UNKNOWN_COMMUNE",
  "NOT_VEGETABLES",
  "UNKNOWN_LOT",
  "TWICE",
  "STARTED_BEFORE_RECEPTION",
  "LOT_STOCK",
  "ENDED_BEFORE_START",
  "PACKED_OUTSIDE_BATCH",
  "USE_BY_BEFORE_PACKING",
  "BALANCE_MISSING",
  "BALANCE_EXCEEDED",
  "UNKNOWN_OUTPUT",
  "BATCH_OPEN",
  "DELIVERED_BEFORE_PACKING",
  "DELIVERED_AFTER_USE_BY",
  "OUTPUT_STOCK",
  "REFUSED_MORE_THAN_DELIVERED",
  "REFUSAL_WITHOUT_REASON",
  "KEPT_LESS",
  "UNKNOWN_REQUEST",
  "ORGANIC_WANTED",
  "WANTED_IN_THE_PAST",
  "BELOW_ZERO",
  "UNKNOWN_BATCH",
  "BATCH_STILL_OPEN",
  "LOT_OVERUSED",
  "OUTPUT_OVERDELIVERED",
  "MONTH_IN_FUTURE",
  "HOURS_WITHOUT_PEOPLE",
  "TOO_MANY_HOURS",
  "CLOSURE_ENDS_BEFORE_START",
  "DISPOSED_BEFORE_PACKING",
  "GIFT_AFTER_USE_BY",
  "DISPOSAL_ALONE",
] as const;
export type LegumerieIssueCode = (typeof LEGUMERIE_ISSUE_CODES)[number];

/** One refusal. `field`: path in what was sent (`inputs.0.grams`). `grams`: the weight the sentence tells, else null. */
export interface LegumerieIssue {
  field: string;
  code: LegumerieIssueCode;
  grams: number | null;
}

type Sentence = (weight: string) => string;

const SENTENCES: Readonly<Record<LegumerieIssueCode, Readonly<Record<Locale, Sentence>>>> = {
  DATE_IN_FUTURE: {
    fr: () => "Cette date est dans le futur : vérifiez le jour.",
    en: () => "This date is in the future: check the day.",
  },
  HARVESTED_AFTER_RECEPTION: {
    fr: () => "La récolte est après la réception : vérifiez les deux dates.",
    en: () => "The harvest is after the reception: check both dates.",
  },
  FEE_WITH_PRICE: {
    fr: () => "À façon, la marchandise n'est pas achetée : laissez le prix à 0 €.",
    en: () => "Toll processing buys no goods: leave the price at €0.",
  },
  UNKNOWN_PRODUCER: {
    fr: () => "Ce n'est pas un producteur connu : choisissez-le dans la liste, ou faites-le ajouter.",
    en: () => "This is not a known producer: choose one from the list, or have it added.",
  },
  UNKNOWN_COMMUNE: {
    fr: () => "Cette commune n'existe pas : choisissez-la dans la liste.",
    en: () => "This commune does not exist: choose it from the list.",
  },
  NOT_VEGETABLES: {
    fr: () => "Ce produit n'est pas de la famille fruits et légumes : choisissez-en un autre.",
    en: () => "This product is not a fruit or vegetable: choose another one.",
  },
  UNKNOWN_LOT: {
    fr: () => "Ce lot n'est pas à cette légumerie : choisissez-le dans la liste.",
    en: () => "This lot does not belong to this workshop: choose it from the list.",
  },
  TWICE: {
    fr: () => "Ce lot est déjà sur une autre ligne : additionnez les deux poids.",
    en: () => "This lot is already on another line: add both weights together.",
  },
  STARTED_BEFORE_RECEPTION: {
    fr: () => "Ce lot a été reçu après le début de la transformation : vérifiez les dates.",
    en: () => "This lot was received after the batch started: check the dates.",
  },
  LOT_STOCK: {
    fr: (weight) => `Il ne reste que ${weight} de ce lot : diminuez le poids.`,
    en: (weight) => `Only ${weight} of this lot is left: lower the weight.`,
  },
  ENDED_BEFORE_START: {
    fr: () => "La fin est avant le début : vérifiez les deux dates.",
    en: () => "The end is before the start: check both dates.",
  },
  PACKED_OUTSIDE_BATCH: {
    fr: () => "Le conditionnement est en dehors des dates de la transformation : vérifiez le jour.",
    en: () => "The packing day is outside the batch's dates: check the day.",
  },
  USE_BY_BEFORE_PACKING: {
    fr: () => "La DLC doit être après le jour du conditionnement.",
    en: () => "The use-by date must be after the packing day.",
  },
  BALANCE_MISSING: {
    fr: (weight) =>
      `Il manque ${weight} : pesez ce qui reste, ou ajoutez une perte, avant de terminer (écart permis : 2\u00A0%).`,
    en: (weight) =>
      `${weight} is missing: weigh what is left, or add a loss, before ending (2% gap allowed).`,
  },
  BALANCE_EXCEEDED: {
    fr: (weight) =>
      `Il sort ${weight} de plus qu'il n'est entré : vérifiez les pesées (écart permis : 2\u00A0%).`,
    en: (weight) => `${weight} more comes out than went in: check the weights (2% gap allowed).`,
  },
  UNKNOWN_OUTPUT: {
    fr: () => "Ce produit fini n'est pas à cette légumerie : choisissez-le dans la liste.",
    en: () => "This finished product does not belong to this workshop: choose it from the list.",
  },
  BATCH_OPEN: {
    fr: () => "La transformation de ce produit n'est pas terminée : terminez-la avant de livrer.",
    en: () => "The batch of this product has not ended: end it before delivering.",
  },
  DELIVERED_BEFORE_PACKING: {
    fr: () => "La livraison est avant le conditionnement : vérifiez le jour.",
    en: () => "The delivery is before the packing: check the day.",
  },
  DELIVERED_AFTER_USE_BY: {
    fr: () => "La DLC de ce produit est dépassée à cette date : il ne peut plus être livré.",
    en: () => "This product is past its use-by date on that day: it can no longer be delivered.",
  },
  OUTPUT_STOCK: {
    fr: (weight) => `Il ne reste que ${weight} de ce produit fini : diminuez le poids.`,
    en: (weight) => `Only ${weight} of this finished product is left: lower the weight.`,
  },
  REFUSED_MORE_THAN_DELIVERED: {
    fr: () => "Le poids refusé dépasse le poids livré : vérifiez les deux.",
    en: () => "More is refused than was delivered: check both weights.",
  },
  REFUSAL_WITHOUT_REASON: {
    fr: () => "Dites pourquoi ces kilos sont refusés : la cantine et vous en gardez la trace.",
    en: () => "Say why these kilos are refused: the canteen and you keep a record of it.",
  },
  KEPT_LESS: {
    fr: (weight) => `La cantine n'a gardé que ${weight} de ce produit : diminuez le poids.`,
    en: (weight) => `The canteen kept only ${weight} of this product: lower the weight.`,
  },
  UNKNOWN_REQUEST: {
    fr: () => "Cette commande n'attend plus : choisissez-en une autre, ou livrez sans commande.",
    en: () => "This request is no longer waiting: choose another one, or deliver without a request.",
  },
  ORGANIC_WANTED: {
    fr: () =>
      "Cette commande n'attend que du bio prouvé : prenez un lot bio, ou dites ce qu'il remplace et pourquoi.",
    en: () =>
      "This request takes proven organic goods only: take an organic lot, or say what it replaces and why.",
  },
  WANTED_IN_THE_PAST: {
    fr: () => "Ce jour est passé : choisissez aujourd'hui ou un jour à venir.",
    en: () => "That day is over: choose today or a day to come.",
  },
  BELOW_ZERO: {
    fr: (weight) => `Le poids écrit est de ${weight} : on ne peut pas en retirer davantage.`,
    en: (weight) => `The weight on record is ${weight}: no more than that can be taken off.`,
  },
  UNKNOWN_BATCH: {
    fr: () => "Cette pesée n'est pas à cette légumerie : rouvrez la transformation depuis la liste.",
    en: () => "This weight does not belong to this workshop: open the batch again from the list.",
  },
  BATCH_STILL_OPEN: {
    fr: () => "La transformation n'est pas terminée : continuez-la au lieu de la corriger.",
    en: () => "The batch has not ended: go on with it instead of correcting it.",
  },
  LOT_OVERUSED: {
    fr: (weight) => `Les transformations auraient pris ${weight} de plus que ce lot : corrigez-les aussi.`,
    en: (weight) => `The batches would have taken ${weight} more than this lot: correct them too.`,
  },
  OUTPUT_OVERDELIVERED: {
    fr: (weight) => `Il est sorti jusqu'à ${weight} de ce produit fini : il ne peut pas peser moins.`,
    en: (weight) => `Up to ${weight} of this finished product was out: it cannot weigh less.`,
  },
  MONTH_IN_FUTURE: {
    fr: () => "Ce mois n'a pas commencé : choisissez un mois en cours ou passé.",
    en: () => "This month has not begun: choose the current month or an earlier one.",
  },
  HOURS_WITHOUT_PEOPLE: {
    fr: () => "Des heures sans personne : dites combien de personnes les ont faites.",
    en: () => "Hours without anybody: say how many people worked them.",
  },
  TOO_MANY_HOURS: {
    fr: () => "Plus de 250 heures par personne dans le mois : vérifiez les heures ou le nombre de personnes.",
    en: () => "More than 250 hours each in the month: check the hours or the number of people.",
  },
  DISPOSED_BEFORE_PACKING: {
    fr: () => "La sortie du stock est avant le conditionnement\u00A0: vérifiez le jour.",
    en: () => "It leaves the stock before it was packed: check the day.",
  },
  GIFT_AFTER_USE_BY: {
    fr: () =>
      "La DLC est dépassée\u00A0: ces kilos ne peuvent plus être donnés, choisissez une autre destination.",
    en: () => "The use-by date is past: these kilos can no longer be given, choose another destination.",
  },
  DISPOSAL_ALONE: {
    fr: () => "Une sortie du stock se corrige seule\u00A0: enregistrez-la à part.",
    en: () => "What left the stock is corrected on its own: save it apart.",
  },
  CLOSURE_ENDS_BEFORE_START: {
    fr: () => "La fermeture finit avant de commencer : vérifiez les deux jours.",
    en: () => "The closure ends before it starts: check both days.",
  },
};

/** What is wrong and what to do, in one sentence. */
export function legumerieSentence({ code, grams }: LegumerieIssue, locale: Locale): string {
  return SENTENCES[code][locale](formatKg(grams ?? 0, locale));
}
