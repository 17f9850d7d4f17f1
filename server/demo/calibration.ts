import type { IsoDate } from "../../shared/facts.ts";
import { hashText } from "../../shared/random.ts";
import type { Surroundings } from "../../shared/surroundings.ts";
import type { Sums } from "./measure.ts";
import { addSums, measurePurchase, NOTHING } from "./measure.ts";
import type { DemoOffer } from "./offers.ts";
import type { Choice, Purchase } from "./purchases.ts";
import { purchaseOf } from "./purchases.ts";
import type { Catalogue } from "./sourcing.ts";

/** What the Pas-de-Calais publishes for its restaurant: shares of the year's purchases, by value. */
export const PUBLISHED = { year: 2025, nearBp: 4800, organicBp: 1800 } as const;

/**
 * Basis points. Both shares are brought this close to a point just above the published ones: they round to
 * them, and a target of the same share is reached.
 */
const ABOVE_BP = 2;
const CLOSE_ENOUGH_BP = 1.9;
const PASSES = 8;

interface Target {
  nearBp: number;
  organicBp: number;
}

/**
 * The choices with some articles exchanged for another supplier's of the same product, so that what is
 * bought in the range has the target shares, confirmed facts only. Each exchange must bring them closer.
 */
export function calibrate(
  choices: readonly Choice[],
  target: Target,
  around: { catalogue: Catalogue; surroundings: Surroundings; from: IsoDate; to: IsoDate },
): Choice[] {
  const kept = choices.map((choice) => ({ choice, sums: measureIn(around, choice) }));
  let total = kept.reduce((sum, { sums }) => addSums(sum, sums), NOTHING as Sums);
  const order = [...kept].sort((one, other) => rank(one.choice) - rank(other.choice));
  for (let pass = 0; pass < PASSES && distance(total, target) > CLOSE_ENOUGH_BP; pass++) {
    for (const slot of order) {
      if (distance(total, target) <= CLOSE_ENOUGH_BP) break;
      if (slot.sums.all === 0) continue;
      const { need } = slot.choice;
      for (const article of others(around.catalogue, slot.choice)) {
        const choice = { need, article };
        const sums = measureIn(around, choice);
        const next = addSums(addSums(total, slot.sums, -1), sums);
        if (distance(next, target) >= distance(total, target)) continue;
        Object.assign(slot, { choice, sums });
        total = next;
      }
    }
  }
  return kept.map(({ choice }) => choice);
}

/** How far both shares are from the target, basis points added up. */
function distance(sums: Sums, { nearBp, organicBp }: Target): number {
  if (sums.all === 0) return 0;
  const near = (sums.near * 10_000) / sums.all;
  const organic = (sums.organic * 10_000) / sums.all;
  return Math.abs(near - nearBp - ABOVE_BP) + Math.abs(organic - organicBp - ABOVE_BP);
}

function measureIn(around: { surroundings: Surroundings; from: IsoDate; to: IsoDate }, choice: Choice): Sums {
  const purchase: Purchase = purchaseOf(choice);
  return measurePurchase(purchase, around.surroundings, around);
}

function others(catalogue: Catalogue, { need, article }: Choice): DemoOffer[] {
  return (catalogue.get(need.product) ?? []).filter((other) => other !== article);
}

/** The needs in an order that has nothing to do with their dates: exchanges spread over the year. */
function rank({ need }: Choice): number {
  return hashText(need.key, 7);
}
