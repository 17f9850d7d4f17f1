import type { Translated } from "./locales.ts";

/** Usual net weight of one piece, offered as an editable suggestion (DOMAIN section 4), never as a proof. */
export interface PieceWeight {
  product: string;
  label: Translated;
  grams: number;
}

export const PIECE_WEIGHTS: readonly PieceWeight[] = [
  { product: "carotte", label: { fr: "Carotte", en: "Carrot" }, grams: 125 },
  { product: "celeri-rave", label: { fr: "Céleri-rave", en: "Celeriac" }, grams: 1000 },
  { product: "chou-fleur", label: { fr: "Chou-fleur", en: "Cauliflower" }, grams: 1500 },
  { product: "chou", label: { fr: "Chou", en: "Cabbage" }, grams: 2000 },
  { product: "courgette", label: { fr: "Courgette", en: "Courgette" }, grams: 350 },
  { product: "laitue", label: { fr: "Laitue", en: "Lettuce" }, grams: 250 },
  { product: "oignon", label: { fr: "Oignon", en: "Onion" }, grams: 100 },
  { product: "poireau", label: { fr: "Poireau", en: "Leek" }, grams: 150 },
  { product: "pomme-de-terre", label: { fr: "Pomme de terre", en: "Potato" }, grams: 120 },
  { product: "echalote", label: { fr: "Échalote", en: "Shallot" }, grams: 25 },
  { product: "ail", label: { fr: "Ail (tête)", en: "Garlic (head)" }, grams: 50 },
];
