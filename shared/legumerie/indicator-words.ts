import { LOSS_CAUSE_LABELS } from "../legumerie.ts";
import type { Translated } from "../locales.ts";
import type { IndicatorGroup, IndicatorKey } from "./indicator-list.ts";
import { causeOf } from "./indicator-list.ts";
import type { NoFigureReason } from "./reckoned.ts";

export const INDICATOR_GROUP_LABELS: Readonly<Record<IndicatorGroup, Translated>> = {
  tonnes: { fr: "Kilos et rendement", en: "Kilos and yield" },
  losses: { fr: "Pertes", en: "Losses" },
  sourcing: { fr: "Origine des légumes", en: "Where the vegetables come from" },
  prices: { fr: "Prix du kilo HT", en: "Price per kilo excl. VAT" },
  service: { fr: "Service aux cantines", en: "Service to canteens" },
  work: { fr: "Travail et insertion", en: "Work and insertion" },
  stock: { fr: "Stock", en: "Stock" },
};

/** What an indicator is called, and how it is reckoned in one sentence. */
export interface IndicatorWords {
  label: Translated;
  how: Translated;
}

type Whole = Exclude<IndicatorKey, `loss-${string}`>;

const WORDS: Readonly<Record<Whole, IndicatorWords>> = {
  received: words(
    ["Reçu, brut", "Received, gross"],
    [
      "Poids brut des lots reçus dans la période, corrections comprises.",
      "Gross weight of the lots received in the period, corrections included.",
    ],
  ),
  packed: words(
    ["Produit, prêt à cuire", "Packed, ready to cook"],
    ["Poids net conditionné dans la période.", "Net weight packed in the period."],
  ),
  delivered: words(
    ["Livré et gardé par les cantines", "Delivered and kept by canteens"],
    [
      "Poids livré moins poids refusé, même après coup.",
      "Weight delivered less weight refused, even later on.",
    ],
  ),
  yield: words(
    ["Rendement", "Yield"],
    [
      "Poids prêt à cuire des transformations terminées, sur leur poids brut entré.",
      "Ready-to-cook weight of the batches that ended, over the gross weight that went in.",
    ],
  ),
  meals: words(
    ["Équivalent en portions", "Equivalent in portions"],
    [
      "Poids gardé par les cantines, divisé par la portion : celle de la fiche du produit, 150 g s'il n'en dit rien (GEMRCN 2015), ou celle que vous tapez plus haut.",
      "Weight kept by canteens, divided by the portion: that of the product's sheet, 150 g when it says none (GEMRCN 2015), or the one you type above.",
    ],
  ),
  capacity: words(
    ["Capacité utilisée", "Capacity used"],
    [
      "Poids brut travaillé, sur ce que l'atelier peut travailler ses jours d'ouverture de la période.",
      "Gross weight worked, over what the workshop can work on its open days of the period.",
    ],
  ),
  loss: words(
    ["Pertes", "Losses"],
    [
      "Poids perdu dans les transformations terminées, et produits finis sortis du stock sans livraison, sur le poids brut entré. Ces derniers sont aussi dans ce qui est produit : rendement et pertes peuvent dépasser 100 % ensemble.",
      "Weight lost in the batches that ended, and finished goods taken out of stock without delivery, over the gross weight that went in. The latter are in what was made too: yield and losses may exceed 100% together.",
    ],
  ),
  putToUse: words(
    ["Pertes valorisées", "Losses put to use"],
    [
      "Pertes parties au compost, en méthanisation, en alimentation animale ou en don, sur toutes les pertes.",
      "Losses that went to compost, biogas, animal feed or gifts, over all losses.",
    ],
  ),
  gap: words(
    ["Écart de pesée", "Mass-balance gap"],
    [
      "Poids entré moins poids sorti et perdu, sur le poids entré : 2 % au plus par transformation.",
      "Weight in less weight out and lost, over the weight in: at most 2% a batch.",
    ],
  ),
  localKilos: words(
    ["Du département, en kilos", "From the département, in kilos"],
    [
      "Lots dont la commune de production est dans le département de l'atelier, sur tous les kilos reçus ; une origine inconnue ne compte pas.",
      "Lots whose commune of production is in the workshop's département, over all kilos received; an unknown origin does not count.",
    ],
  ),
  localEuros: words(
    ["Du département, en euros", "From the département, in euros"],
    [
      "Les mêmes lots, sur les achats HT de l'atelier.",
      "The same lots, over what the workshop bought excl. VAT.",
    ],
  ),
  shortKilos: words(
    ["Circuit court, en kilos", "Short circuit, in kilos"],
    [
      "Lots qui arrivent à la cantine avec un intermédiaire au plus, l'atelier compté quand il achète, sur tous les kilos reçus.",
      "Lots that reach the canteen through one intermediary at most, the workshop counted when it buys, over all kilos received.",
    ],
  ),
  shortEuros: words(
    ["Circuit court, en euros", "Short circuit, in euros"],
    [
      "Les mêmes lots, sur les achats HT de l'atelier.",
      "The same lots, over what the workshop bought excl. VAT.",
    ],
  ),
  organicKilos: words(
    ["Bio prouvé, en kilos", "Proven organic, in kilos"],
    [
      "Lots bio ou en conversion dont le certificat du producteur vaut le jour de la réception, sur tous les kilos reçus.",
      "Organic or in-conversion lots whose producer's certificate holds on the day of reception, over all kilos received.",
    ],
  ),
  organicEuros: words(
    ["Bio prouvé, en euros", "Proven organic, in euros"],
    [
      "Les mêmes lots, sur les achats HT de l'atelier.",
      "The same lots, over what the workshop bought excl. VAT.",
    ],
  ),
  producers: words(
    ["Producteurs", "Producers"],
    [
      "Producteurs dont au moins un lot est reçu dans la période.",
      "Producers of at least one lot received in the period.",
    ],
  ),
  distance: words(
    ["Distance moyenne", "Mean distance"],
    [
      "À vol d'oiseau de la commune de production à l'atelier, chaque kilo comptant une fois ; origines inconnues à part.",
      "As the crow flies from the commune of production to the workshop, each kilo counting once; unknown origins apart.",
    ],
  ),
  priceIn: words(
    ["Acheté brut", "Bought raw"],
    [
      "Achats HT des lots, sur leur poids brut ; travail à façon à part.",
      "Lots bought excl. VAT, over their gross weight; toll processing apart.",
    ],
  ),
  priceOut: words(
    ["Vendu prêt à cuire", "Sold ready to cook"],
    [
      "Payé HT par les cantines, sur le poids qu'elles ont gardé.",
      "Paid by canteens excl. VAT, over the weight they kept.",
    ],
  ),
  canteens: words(
    ["Cantines servies", "Canteens served"],
    [
      "Cantines livrées dans la période, sur celles que l'atelier peut livrer aujourd'hui.",
      "Canteens delivered in the period, over those the workshop may deliver to today.",
    ],
  ),
  demand: words(
    ["Demande en attente, par semaine", "Demand waiting, a week"],
    [
      "Demandes hebdomadaires sans réponse à la fin de la période.",
      "Weekly demands without an answer at the end of the period.",
    ],
  ),
  onTime: words(
    ["Livraisons à l'heure", "Deliveries on time"],
    [
      "Livraisons faites le jour voulu ou avant, sur celles qui ont un jour voulu.",
      "Deliveries made on the day wanted or before, over those that have such a day.",
    ],
  ),
  refused: words(
    ["Refusé par les cantines", "Refused by canteens"],
    [
      "Poids refusé, même après coup, sur le poids livré.",
      "Weight refused, even later on, over the weight delivered.",
    ],
  ),
  substituted: words(
    ["Livraisons de remplacement", "Substitutions"],
    [
      "Livraisons d'un autre produit que celui commandé, sur toutes les livraisons.",
      "Deliveries of another product than what was asked, over all deliveries.",
    ],
  ),
  hours: words(
    ["Heures travaillées", "Hours worked"],
    [
      "Heures saisies, tous statuts, des mois terminés de la période.",
      "Hours entered, all statuses, of the months that are over in the period.",
    ],
  ),
  insertionHours: words(
    ["Heures d'insertion", "Insertion hours"],
    [
      "Les mêmes, pour CDDI, AI, ETTI, EA, EATT, ESAT et GEIQ.",
      "The same, for CDDI, AI, ETTI, EA, EATT, ESAT and GEIQ.",
    ],
  ),
  fullTime: words(
    ["Insertion en équivalents temps plein", "Insertion in full-time equivalents"],
    [
      "Heures d'insertion, sur 1 607 heures par an au prorata des mois saisis.",
      "Insertion hours, over 1,607 hours a year in proportion to the months entered.",
    ],
  ),
  pace: words(
    ["Kilos bruts par heure", "Gross kilos an hour"],
    [
      "Poids brut travaillé dans les mois saisis, sur toutes les heures de ces mois, nettoyage et livraisons compris.",
      "Gross weight worked in the months entered, over all hours of these months, cleaning and deliveries included.",
    ],
  ),
  oldest: words(
    ["DLC la plus proche", "Nearest use-by date"],
    [
      "Jours qui restent au produit fini en stock dont la DLC vient d'abord, à la fin de la période.",
      "Days left to the product in stock whose use-by date comes first, at the end of the period.",
    ],
  ),
  expired: words(
    ["En stock, DLC dépassée", "In stock, past use-by"],
    [
      "Produits finis encore écrits en stock après leur DLC.",
      "Products still written as stock after their use-by date.",
    ],
  ),
};

export function indicatorWords(key: IndicatorKey): IndicatorWords {
  const cause = causeOf(key);
  if (cause === null) return WORDS[key as Whole];
  return {
    label: {
      fr: `dont ${LOSS_CAUSE_LABELS[cause].fr}`,
      en: `of which ${LOSS_CAUSE_LABELS[cause].en}`,
    },
    how: {
      fr: "Poids perdu pour cette cause, sur le poids brut entré dans les transformations terminées.",
      en: "Weight lost for this cause, over the gross weight that went into the batches that ended.",
    },
  };
}

export const NO_FIGURE_WORDS: Readonly<Record<NoFigureReason, Translated>> = {
  NOTHING_RECEIVED: { fr: "rien n'est reçu", en: "nothing was received" },
  NOTHING_BOUGHT: { fr: "rien n'est acheté", en: "nothing was bought" },
  NOTHING_WORKED: { fr: "aucune transformation terminée", en: "no batch ended" },
  NOTHING_DELIVERED: { fr: "rien n'est livré", en: "nothing was delivered" },
  NOTHING_LOST: { fr: "aucune perte écrite", en: "no loss on record" },
  NO_PLACE: { fr: "lieu inconnu", en: "place not known" },
  NO_CAPACITY: { fr: "capacité non dite pour ces jours", en: "no capacity on record for these days" },
  NO_CANTEEN: { fr: "aucune cantine à livrer", en: "no canteen to deliver to" },
  NO_WANTED_DAY: { fr: "aucun jour voulu", en: "no day was wanted" },
  NO_HOURS: { fr: "heures non saisies", en: "hours not entered" },
  HOURS_ARE_OF_MONTHS: {
    fr: "les heures se comptent par mois terminé",
    en: "hours count by month that is over",
  },
  WHOLE_WORKSHOP_ONLY: { fr: "pour tout l'atelier seulement", en: "for the whole workshop only" },
  NO_STOCK: { fr: "aucun produit fini en stock", en: "no finished product in stock" },
  STOCK_OF_LATEST: { fr: "stock de la dernière période seulement", en: "stock of the last period only" },
};

function words(label: readonly [string, string], how: readonly [string, string]): IndicatorWords {
  return { label: { fr: label[0], en: label[1] }, how: { fr: how[0], en: how[1] } };
}
