import type { Category } from "../../shared/categories.ts";
import type { Family } from "../../shared/families.ts";
import type { OrderLine } from "../../shared/orders.ts";
import type { Random } from "../../shared/random.ts";
import type { DemoOffer } from "./offers.ts";

/** How often each slip happens per degree of carelessness, basis points. */
const MISTAKES_BP = {
  originMissing: 160,
  producerMissing: 120,
  intermediariesMissing: 110,
  quantityMissing: 60,
  weightMissing: 220,
  claimUnproven: 110,
  familyWrong: 40,
} as const;
type Mistake = keyof typeof MISTAKES_BP;

/** Families people take for one another. */
const CONFUSED: Partial<Record<Family, Family>> = {
  CHARCUTERIE: "VIANDES_VOLAILLES",
  AUTRES: "FRUITS_ET_LEGUMES",
  BOULANGERIE: "AUTRES",
  PRODUITS_LAITIERS: "AUTRES",
};

/** What a hopeful hand adds to a plain article of a family. */
const HOPEFUL: Partial<Record<Family, Category>> = {
  VIANDES_VOLAILLES: "LABEL_ROUGE",
  PRODUITS_DE_LA_MER: "PECHE_DURABLE",
  FRUITS_ET_LEGUMES: "HVE",
  PRODUITS_LAITIERS: "FERMIER",
  AUTRES: "BIO",
  BOULANGERIE: "BIO",
};

/** The line as it was typed. Each slip is drawn whatever the article, so that another article moves nothing else. */
export function withMistakes(
  line: OrderLine,
  { offer }: DemoOffer,
  { carelessness, random }: { carelessness: number; random: Random },
): OrderLine {
  const drawn = (mistake: Mistake) => random.chance(MISTAKES_BP[mistake] * carelessness);
  const typed = { ...line };
  if (drawn("originMissing")) Object.assign(typed, { originCommunes: [], origin: null });
  if (drawn("producerMissing") && offer.intermediaries !== 0) typed.producerId = null;
  if (drawn("intermediariesMissing")) typed.intermediaries = null;
  if (drawn("quantityMissing"))
    Object.assign(typed, { quantityMilli: null, receivedMilli: null, refusal: null, unitPriceHtE4: null });
  if (drawn("weightMissing") && line.unit !== "KG") typed.unitGrams = null;
  const hope = line.family === null ? undefined : HOPEFUL[line.family];
  if (drawn("claimUnproven") && hope !== undefined && line.claims.length === 0) typed.claims = [hope];
  const confused = line.family === null ? undefined : CONFUSED[line.family];
  if (drawn("familyWrong") && confused !== undefined) typed.family = confused;
  return typed;
}
