import type { ComparedProduct, Comparison, SupplierComparison } from "../../shared/comparison.ts";
import type { EdiblePrice } from "../../shared/edible.ts";
import { ediblePrice, edibleYield } from "../../shared/edible.ts";
import type { YieldReference } from "../../shared/legumerie/yield.ts";

/** A row with the product it sells and what is eaten of it. */
export interface ComparedRow extends SupplierComparison {
  product: ComparedProduct;
  /** Null: not known. */
  edible: YieldReference | null;
  /** Null: no price, or the yield is not known. */
  ediblePrice: EdiblePrice | null;
}

/** Every row of the comparison, or those of one product. */
export function comparedRows({ products, rows }: Comparison, onlyProductId: string | null): ComparedRow[] {
  return rows.flatMap((row) => {
    const product = products.find(({ id }) => id === row.productId);
    if (product === undefined || (onlyProductId !== null && onlyProductId !== product.id)) return [];
    const edible = edibleYield(product);
    return [
      {
        ...row,
        product,
        edible,
        ediblePrice: row.price === null ? null : ediblePrice(row.price.last, edible),
      },
    ];
  });
}
