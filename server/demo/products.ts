import { ANIMAL_PRODUCTS } from "./data/products-animal.ts";
import { PANTRY_PRODUCTS } from "./data/products-pantry.ts";
import { VEGETABLE_PRODUCTS } from "./data/products-vegetables.ts";
import type { DemoProduct } from "./product-model.ts";

/** Every product of the demonstration. */
export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  ...VEGETABLE_PRODUCTS,
  ...ANIMAL_PRODUCTS,
  ...PANTRY_PRODUCTS,
];

const BY_KEY = new Map(DEMO_PRODUCTS.map((product) => [product.key, product]));

/** The product of that key; the demonstration's own data never names another. */
export function productOf(key: string): DemoProduct {
  const product = BY_KEY.get(key);
  if (product === undefined) throw new Error(`demonstration data: no product « ${key} »`);
  return product;
}

/** Whether the product is in season that month (1–12). */
export function isInSeason(product: DemoProduct, month: number): boolean {
  return product.season.length === 0 || product.season.includes(month);
}
