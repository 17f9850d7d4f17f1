import { USUAL_PORTION_GRAMS } from "../law/portion-sizes.ts";
import { divideHalfAway, toSafeInteger } from "../rounding.ts";
import type { DeliveredFact, LedgerFact } from "./facts.ts";
import type { IndicatorKey } from "./indicator-list.ts";
import type { FactSurroundings, FactsAsked, Reckoned } from "./reckoned.ts";
import { amount, factsOf, missing, quotient, sumOf } from "./reckoned.ts";
import { LEGUMERIE_FAMILY } from "./traits.ts";

/** What went to canteens, and what they still wait for. `facts`: those asked. */
export function reckonService(
  facts: readonly LedgerFact[],
  around: FactSurroundings,
  { period }: FactsAsked,
): Partial<Record<IndicatorKey, Reckoned>> {
  const delivered = factsOf(facts, "DELIVERED");
  const taken = sumOf(delivered, ({ grams }) => grams);
  const refused = sumOf(delivered, ({ refusedGrams }) => refusedGrams);
  const promised = delivered.filter(({ wantedOn }) => wantedOn !== null);
  const waiting = factsOf(facts, "DEMAND").filter(({ status, answeredOn }) =>
    answeredOn === null ? status === "WAITING" : answeredOn > period.to,
  );
  return {
    delivered: amount(taken - refused),
    meals: amount(sumOf(mealsByPortion(delivered, around.mealGrams), (meals) => meals)),
    priceOut: quotient(
      sumOf(delivered, ({ priceHtCents }) => priceHtCents),
      taken - refused,
      "NOTHING_DELIVERED",
    ),
    canteens: quotient(
      new Set(delivered.map(({ canteenId }) => canteenId)).size,
      around.eligible,
      "NO_CANTEEN",
    ),
    demand: amount(sumOf(waiting, ({ grams }) => grams)),
    onTime:
      delivered.length === 0
        ? missing("NOTHING_DELIVERED")
        : quotient(
            promised.filter(({ day, wantedOn }) => wantedOn !== null && day <= wantedOn).length,
            promised.length,
            "NO_WANTED_DAY",
          ),
    refused: quotient(refused, taken, "NOTHING_DELIVERED"),
    substituted: quotient(
      delivered.filter(({ substituted }) => substituted).length,
      delivered.length,
      "NOTHING_DELIVERED",
    ),
  };
}

/** Portions of each size that the kept kilos make, rounded half away from zero. */
function mealsByPortion(delivered: readonly DeliveredFact[], mealGrams: number | null): number[] {
  const kept = new Map<number, number>();
  for (const { grams, refusedGrams, portionGrams } of delivered) {
    const portion = mealGrams ?? portionGrams ?? USUAL_PORTION_GRAMS[LEGUMERIE_FAMILY];
    kept.set(portion, (kept.get(portion) ?? 0) + grams - refusedGrams);
  }
  return [...kept].map(([portion, grams]) => toSafeInteger(divideHalfAway(BigInt(grams), BigInt(portion))));
}
