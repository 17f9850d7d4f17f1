import { daysBetween } from "../calendar.ts";
import type { IsoDate } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { Cut } from "../legumerie.ts";
import { USUAL_USE_BY_DAYS } from "../legumerie.ts";
import { availabilityKey } from "./availability.ts";
import type { PlanRecipe, YieldSource } from "./plan-week.ts";
import { yieldReference } from "./yield.ts";

/** An ended batch that made one product of one vegetable. Grams. */
export interface WorkedBatch {
  rawProductId: Id;
  productId: Id;
  cut: Cut;
  /** Without what was only thrown away because it was too old. */
  inputGrams: number;
  outputGrams: number;
  packedOn: IsoDate;
  useBy: IsoDate;
}

/** What a product is when nothing of it was made yet. */
export interface PlannedProduct {
  baseProductId: Id | null;
  refuseBp: number | null;
}

/** Workshops publish a mean loss of 25 %: taken where neither a batch nor a reference says more. */
export const USUAL_YIELD_BP = 7_500;

/**
 * How each of these is made: of the vegetable last used for it, or else of the product's raw form; by the yield measured
 * on all of `worked`, or else the reference of the vegetable.
 */
export function recipesOf(
  asked: readonly { productId: Id; cut: Cut }[],
  around: { worked: readonly WorkedBatch[]; products: ReadonlyMap<Id, PlannedProduct> },
): PlanRecipe[] {
  const wanted = new Map(asked.map((one) => [availabilityKey(one), one]));
  return [...wanted.values()].map(({ productId, cut }) => {
    const alike = around.worked.filter((batch) => batch.productId === productId && batch.cut === cut);
    const last = latest(alike);
    const rawProductId = last?.rawProductId ?? around.products.get(productId)?.baseProductId ?? productId;
    const measured = alike.filter((batch) => batch.rawProductId === rawProductId);
    return {
      productId,
      cut,
      rawProductId,
      ...yieldOf(measured, around.products.get(rawProductId)?.refuseBp ?? null),
      useByDays: last === undefined ? USUAL_USE_BY_DAYS[1] : daysBetween(last.packedOn, last.useBy),
    };
  });
}

/** What a batch of that vegetable in that cut becomes: what it became last; null: never made yet. */
export function productMadeOf(
  { rawProductId, cut }: { rawProductId: Id; cut: Cut },
  worked: readonly WorkedBatch[],
): Id | null {
  return (
    latest(worked.filter((batch) => batch.rawProductId === rawProductId && batch.cut === cut))?.productId ??
    null
  );
}

function yieldOf(
  measured: readonly WorkedBatch[],
  refuseBp: number | null,
): { yieldBp: number; yieldFrom: YieldSource } {
  const inputs = measured.reduce((sum, { inputGrams }) => sum + inputGrams, 0);
  const outputs = measured.reduce((sum, { outputGrams }) => sum + outputGrams, 0);
  const reference = yieldReference(refuseBp);
  if (inputs > 0 && outputs > 0)
    return { yieldBp: within(Math.floor((outputs / inputs) * 10_000)), yieldFrom: "MEASURED" };
  if (reference !== null && reference.referenceBp > 0)
    return { yieldBp: within(reference.referenceBp), yieldFrom: "REFERENCE" };
  return { yieldBp: USUAL_YIELD_BP, yieldFrom: "USUAL" };
}

function within(yieldBp: number): number {
  return Math.min(10_000, Math.max(1, yieldBp));
}

function latest(batches: readonly WorkedBatch[]): WorkedBatch | undefined {
  return batches.reduce<WorkedBatch | undefined>(
    (last, batch) => (last === undefined || batch.packedOn > last.packedOn ? batch : last),
    undefined,
  );
}
