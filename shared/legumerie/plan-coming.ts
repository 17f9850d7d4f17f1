import { addDays } from "../calendar.ts";
import type { IsoDate } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { Batch } from "../legumerie.ts";
import { workInProgress } from "./mass-balance.ts";
import type { WorkedBatch } from "./plan-recipes.ts";
import { productMadeOf, recipesOf } from "./plan-recipes.ts";
import type { PlanStock } from "./plan-week.ts";

type Lot = { productId: Id };

/**
 * What open batches will give: what they have packed, and what is still being worked on, by the yield of what such a
 * batch became last. A batch that nobody can name yet gives nothing.
 */
export function comingStock<Taken extends Lot>(
  batches: readonly (Batch & { lots: readonly Taken[] })[],
  around: { worked: readonly WorkedBatch[]; isOrganic: (lot: Taken) => boolean },
): PlanStock[] {
  return batches
    .filter(({ endedOn }) => endedOn === null)
    .flatMap((batch) => {
      const organic = batch.lots.length > 0 && batch.lots.every(around.isOrganic);
      const packed = batch.outputs.map(({ id, productId, netGrams: grams, useBy }): PlanStock => {
        return { id, productId, cut: batch.cut, grams, useBy, organic };
      });
      return [...packed, ...inProgress(batch, { ...around, organic })];
    });
}

function inProgress(
  batch: Batch & { lots: readonly Lot[] },
  { worked, organic }: { worked: readonly WorkedBatch[]; organic: boolean },
): PlanStock[] {
  const { id, cut, startedOn } = batch;
  const productId = batch.outputs[0]?.productId ?? madeOf(batch, worked);
  if (productId === null) return [];
  const [recipe] = recipesOf([{ productId, cut }], { worked, products: new Map() });
  if (recipe === undefined) return [];
  const grams = Math.floor((workInProgress(batch) * recipe.yieldBp) / 10_000);
  const useBy: IsoDate = addDays(startedOn, recipe.useByDays);
  return grams === 0 ? [] : [{ id, productId, cut, grams, useBy, organic }];
}

function madeOf({ lots, cut }: Batch & { lots: readonly Lot[] }, worked: readonly WorkedBatch[]): Id | null {
  const raw = [...new Set(lots.map(({ productId }) => productId))];
  const [rawProductId] = raw;
  return raw.length === 1 && rawProductId !== undefined ? productMadeOf({ rawProductId, cut }, worked) : null;
}
