import type { IsoDate } from "../../shared/facts.ts";
import { createRandom } from "../../shared/random.ts";
import { WORKSHOP_RECIPES } from "./data/workshop-recipes.ts";
import type { DemoOffer } from "./offers.ts";
import type { DemoProduct } from "./product-model.ts";
import { productOf } from "./products.ts";
import type { DemoSupplier } from "./suppliers.ts";
import { supplierOf } from "./suppliers.ts";
import { readRows, required } from "./table.ts";

/** Both légumeries open at the start of that school year. */
export const WORKSHOPS_OPEN_ON: IsoDate = "2024-09-02";

/** What a légumerie makes an article from. */
export interface Recipe {
  key: string;
  workshop: DemoSupplier;
  sold: DemoProduct;
  raw: DemoProduct;
  cut: string;
  organic: boolean;
  producers: readonly [DemoSupplier, ...DemoSupplier[]];
  /** False: works for a fee, the producer keeps the goods. */
  owned: boolean;
}

/** How often two producers' lots go into one batch, basis points. */
const MIXED_BATCHES_BP = 1200;

const RECIPES: readonly Recipe[] = readRows(WORKSHOP_RECIPES).map((cells) => {
  const [workshop, sold, raw, cut, organic, producers, ownership] = cells;
  const key = `${workshop} ${sold} ${organic ?? "-"}`;
  const [first, ...others] = required(producers, key).split(" ").map(supplierOf);
  return {
    key,
    workshop: supplierOf(required(workshop, key)),
    sold: productOf(required(sold, key)),
    raw: productOf(required(raw, key)),
    cut: required(cut, key),
    organic: organic === "bio",
    producers: [required(first, key), ...others],
    owned: required(ownership, key) === "owned",
  };
});

/** The recipe an article follows; undefined: it is not a légumerie's. */
export function recipeOf({ offer, product, seller }: DemoOffer): Recipe | undefined {
  if (seller.supplier.kind !== "LEGUMERIE") return undefined;
  const organic = offer.claims.includes("BIO");
  const recipe = RECIPES.find(
    (one) => one.workshop === seller && one.sold === product && one.organic === organic,
  );
  return required(recipe, offer.name);
}

/** Whose vegetables the batch of a week is made of: one producer a month, at times two. */
export function batchProducers(recipe: Recipe, monday: IsoDate): DemoSupplier[] {
  const monthly = createRandom(`producer ${recipe.key} ${monday.slice(0, 7)}`).pick(recipe.producers);
  const other = recipe.producers.find((producer) => producer !== monthly);
  const mixed = createRandom(`mixed ${recipe.key} ${monday}`).chance(MIXED_BATCHES_BP);
  return mixed && other !== undefined ? [monthly, other] : [monthly];
}
