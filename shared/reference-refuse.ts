import type { Translated } from "./locales.ts";

/** Usual share of a vegetable or fruit lost when it is prepared (peelings, leaves, core). */
export interface ReferenceRefuse {
  label: Translated;
  /** Basis points of the gross weight; the yield is 10 000 less this. */
  refuseBp: number;
}

/**
 * Reference refuse, editable on each product: a figure to compare with, never a proof.
 * Source: USDA National Nutrient Database, Standard Reference 28 (public domain). Leek is a US trim.
 */
export const REFERENCE_REFUSE: readonly ReferenceRefuse[] = [
  { label: { fr: "pomme de terre", en: "potato" }, refuseBp: 2500 },
  { label: { fr: "carotte", en: "carrot" }, refuseBp: 1100 },
  { label: { fr: "poireau", en: "leek" }, refuseBp: 5600 },
  { label: { fr: "chou vert", en: "cabbage" }, refuseBp: 2000 },
  { label: { fr: "chou rouge", en: "red cabbage" }, refuseBp: 2000 },
  { label: { fr: "betterave", en: "beetroot" }, refuseBp: 3300 },
  { label: { fr: "céleri-rave", en: "celeriac" }, refuseBp: 1400 },
  { label: { fr: "oignon", en: "onion" }, refuseBp: 1000 },
  { label: { fr: "échalote", en: "shallot" }, refuseBp: 1200 },
  { label: { fr: "ail", en: "garlic" }, refuseBp: 1300 },
  { label: { fr: "navet", en: "turnip" }, refuseBp: 1900 },
  { label: { fr: "rutabaga", en: "rutabaga" }, refuseBp: 1500 },
  { label: { fr: "panais", en: "parsnip" }, refuseBp: 1500 },
  { label: { fr: "salsifis", en: "salsify" }, refuseBp: 1300 },
  { label: { fr: "topinambour", en: "Jerusalem artichoke" }, refuseBp: 3100 },
  { label: { fr: "radis", en: "radish" }, refuseBp: 1000 },
  { label: { fr: "radis noir", en: "black radish" }, refuseBp: 2100 },
  { label: { fr: "potiron", en: "pumpkin" }, refuseBp: 3000 },
  { label: { fr: "butternut", en: "butternut squash" }, refuseBp: 1600 },
  { label: { fr: "chou-fleur", en: "cauliflower" }, refuseBp: 6100 },
  { label: { fr: "brocoli", en: "broccoli" }, refuseBp: 3900 },
  { label: { fr: "chou de Bruxelles", en: "Brussels sprout" }, refuseBp: 1000 },
  { label: { fr: "chou-rave", en: "kohlrabi" }, refuseBp: 5400 },
  { label: { fr: "fenouil", en: "fennel" }, refuseBp: 2800 },
  { label: { fr: "céleri branche", en: "celery" }, refuseBp: 1100 },
  { label: { fr: "blette", en: "chard" }, refuseBp: 800 },
  { label: { fr: "épinard", en: "spinach" }, refuseBp: 2800 },
  { label: { fr: "laitue", en: "leaf lettuce" }, refuseBp: 3600 },
  { label: { fr: "endive", en: "chicory" }, refuseBp: 1300 },
  { label: { fr: "concombre", en: "cucumber" }, refuseBp: 2700 },
  { label: { fr: "courgette", en: "courgette" }, refuseBp: 500 },
  { label: { fr: "aubergine", en: "aubergine" }, refuseBp: 1900 },
  { label: { fr: "tomate", en: "tomato" }, refuseBp: 900 },
  { label: { fr: "poivron", en: "sweet pepper" }, refuseBp: 1800 },
  { label: { fr: "haricot vert", en: "green bean" }, refuseBp: 1200 },
  { label: { fr: "pomme", en: "apple (peeled)" }, refuseBp: 2300 },
  { label: { fr: "poire", en: "pear" }, refuseBp: 1000 },
  { label: { fr: "patate douce", en: "sweet potato" }, refuseBp: 2800 },
];

/** A workshop within this many basis points of the reference yield is as expected. */
export const YIELD_BAND_BP = 1000;

/** Refuse of a product by its French name as the reference spells it, basis points; null: no reference. */
export function referenceRefuseBp(name: string): number | null {
  return REFERENCE_REFUSE.find((reference) => reference.label.fr === name)?.refuseBp ?? null;
}
