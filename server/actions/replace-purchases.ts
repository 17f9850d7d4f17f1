import type { ProductCell } from "../../db/queries/comparison.ts";
import type { Comparison, PriceSample, Replacement } from "../../shared/comparison.ts";
import { costOf, replacedShares } from "../../shared/comparison.ts";
import { boughtGrams, edibleGrams, edibleYield } from "../../shared/edible.ts";
import type { Verdict } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { FigureCell } from "../../shared/indicators/shares.ts";
import type { Product } from "../../shared/products.ts";

/** What the canteen spent over the window: all of it, and the weighed lines of the compared products. */
export interface Spent {
  cells: readonly FigureCell[];
  own: readonly ProductCell[];
  amountCents: number;
  weightGrams: number;
  /** Of that weight, what was eaten; null: the yield of one of the bought products is not known. */
  edibleGrams: number | null;
  /** The only product that was bought; null: none, or several. */
  onlyProductId: string | null;
}

export function spentOf(
  products: readonly Product[],
  { cells, own }: { cells: readonly FigureCell[]; own: readonly ProductCell[] },
): Spent {
  const bought = new Set(own.map(({ productId }) => productId));
  return {
    cells: addUp(cells),
    own,
    amountCents: own.reduce((sum, cell) => sum + cell.amountCents, 0),
    weightGrams: own.reduce((sum, cell) => sum + cell.weightGrams, 0),
    edibleGrams: eaten(products, own),
    onlyProductId: bought.size === 1 ? (own[0]?.productId ?? null) : null,
  };
}

function eaten(products: readonly Product[], own: readonly ProductCell[]): number | null {
  let grams = 0;
  for (const product of products) {
    const weight = own
      .filter(({ productId }) => productId === product.id)
      .reduce((sum, cell) => sum + cell.weightGrams, 0);
    if (weight === 0) continue;
    const edible = edibleYield(product);
    if (edible === null) return null;
    grams += edibleGrams(weight, edible);
  }
  return grams;
}

export function currentOf(spent: Spent): NonNullable<Comparison["current"]> {
  const { amountCents, weightGrams, own } = spent;
  return {
    amountCents,
    weightGrams,
    edibleGrams: spent.edibleGrams,
    lines: own.reduce((sum, cell) => sum + cell.lines, 0),
  };
}

/** As much on the plates, bought there at the last price. Null: nothing was bought by weight, or a yield is not known. */
export function replacementOf(
  spent: Spent,
  {
    family,
    product,
    verdict,
    price,
  }: { family: Family; product: Product; verdict: Verdict; price: PriceSample },
): Replacement | null {
  if (spent.weightGrams <= 0) return null;
  const weightGrams = weightInstead(spent, product);
  if (weightGrams === null) return null;
  const amountCents = costOf(weightGrams, price.last);
  const into: FigureCell = {
    family,
    strictCategory: verdict.strictCategory,
    declaredCategory: verdict.declaredCategory,
    marks: verdict.marks,
    amountCents,
    weightGrams,
    weighedCents: amountCents,
  };
  return { amountCents, weightGrams, shares: replacedShares(spent.cells, spent.own, into) };
}

/** The same product needs the same weight; another form, what its yield makes of the edible weight. */
function weightInstead(spent: Spent, product: Product): number | null {
  if (spent.onlyProductId === product.id) return spent.weightGrams;
  const edible = edibleYield(product);
  return edible === null || spent.edibleGrams === null ? null : boughtGrams(spent.edibleGrams, edible);
}

/** The same figures on far fewer cells: month and supplier do not enter a rate. */
function addUp(cells: readonly FigureCell[]): FigureCell[] {
  const sums = new Map<string, FigureCell>();
  for (const cell of cells) {
    const key = `${cell.family}/${cell.strictCategory}/${cell.declaredCategory}/${cell.marks}`;
    const sum = sums.get(key);
    sums.set(key, {
      family: cell.family,
      strictCategory: cell.strictCategory,
      declaredCategory: cell.declaredCategory,
      marks: cell.marks,
      amountCents: (sum?.amountCents ?? 0) + cell.amountCents,
      weightGrams: (sum?.weightGrams ?? 0) + cell.weightGrams,
      weighedCents: (sum?.weighedCents ?? 0) + cell.weighedCents,
    });
  }
  return [...sums.values()];
}
