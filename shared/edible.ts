import type { KiloPrice } from "./comparison.ts";
import type { Gamme } from "./gammes.ts";
import type { YieldReference } from "./legumerie/yield.ts";
import { yieldReference } from "./legumerie/yield.ts";
import { divideHalfAway, toSafeInteger } from "./rounding.ts";

const WHOLE_BP = 10_000;

/** What decides how much of a product is eaten. */
export interface EdibleFacts {
  gamme: Gamme | null;
  refuseBp: number | null;
}

/** Share of the weight that is eaten, and the band around it. Null: raw or unknown goods without a reference. */
export function edibleYield({ gamme, refuseBp }: EdibleFacts): YieldReference | null {
  if (refuseBp !== null && refuseBp < WHOLE_BP) return yieldReference(refuseBp);
  if (refuseBp !== null || gamme === null || gamme === "FRESH") return null;
  return { referenceBp: WHOLE_BP, lowBp: WHOLE_BP, highBp: WHOLE_BP };
}

/** A price for one edible kilogram, HT cents rounded half away from zero, with what the band makes of it. */
export interface EdiblePrice {
  centsPerKg: number;
  /** At the best and the worst yield of the band; equal when nothing is lost. */
  lowCentsPerKg: number;
  highCentsPerKg: number;
}

/** Null: the yield is not known, or its band goes down to nothing. */
export function ediblePrice(price: KiloPrice, edible: YieldReference | null): EdiblePrice | null {
  if (edible === null || edible.lowBp <= 0) return null;
  return {
    centsPerKg: at(price, edible.referenceBp),
    lowCentsPerKg: at(price, edible.highBp),
    highCentsPerKg: at(price, edible.lowBp),
  };
}

/** HT cents of one portion of `grams` on the plate, rounded half away from zero. Null: the yield is not known. */
export function portionCents(
  price: KiloPrice,
  edible: YieldReference | null,
  grams: number | null,
): number | null {
  if (edible === null || edible.referenceBp <= 0 || grams === null) return null;
  const paid = BigInt(price.amountCents) * BigInt(grams) * BigInt(WHOLE_BP);
  return toSafeInteger(divideHalfAway(paid, BigInt(price.weightGrams) * BigInt(edible.referenceBp)));
}

/** Grams that are eaten of `grams` bought. */
export function edibleGrams(grams: number, { referenceBp }: YieldReference): number {
  return toSafeInteger(divideHalfAway(BigInt(grams) * BigInt(referenceBp), BigInt(WHOLE_BP)));
}

/** Grams to buy for `grams` eaten. */
export function boughtGrams(grams: number, { referenceBp }: YieldReference): number {
  return toSafeInteger(divideHalfAway(BigInt(grams) * BigInt(WHOLE_BP), BigInt(referenceBp)));
}

/** Negative when `a` is cheaper per edible kilogram, exactly. */
export function compareEdible(
  a: { price: KiloPrice; edible: YieldReference },
  b: { price: KiloPrice; edible: YieldReference },
): number {
  const left = BigInt(a.price.amountCents) * BigInt(b.price.weightGrams) * BigInt(b.edible.referenceBp);
  const right = BigInt(b.price.amountCents) * BigInt(a.price.weightGrams) * BigInt(a.edible.referenceBp);
  return left < right ? -1 : left > right ? 1 : 0;
}

function at(price: KiloPrice, yieldBp: number): number {
  const paid = BigInt(price.amountCents) * 1000n * BigInt(WHOLE_BP);
  return toSafeInteger(divideHalfAway(paid, BigInt(price.weightGrams) * BigInt(yieldBp)));
}
