import type { RowSort } from "./sort-keys.ts";
import { SORT_KEYS } from "./sort-keys.ts";

/** What the page's address says: the product (its id), the order of the rows, the canteen a link was copied from. */
export interface ComparerSearch {
  produit?: string;
  tri?: RowSort["key"];
  sens?: RowSort["direction"];
  cantine?: string;
}

const ID = /^[0-9a-f-]{36}$/;

export function validateComparerSearch(search: Record<string, unknown>): ComparerSearch {
  const { produit, sens, cantine } = search;
  const tri = SORT_KEYS.find((key) => key === search.tri);
  return {
    ...(typeof produit === "string" && ID.test(produit) ? { produit } : {}),
    ...(tri === undefined ? {} : { tri }),
    ...(sens === "asc" || sens === "desc" ? { sens } : {}),
    ...(typeof cantine === "string" && ID.test(cantine) ? { cantine } : {}),
  };
}
