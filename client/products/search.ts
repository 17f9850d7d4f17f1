import type { Family } from "../../shared/families.ts";
import { FAMILIES } from "../../shared/families.ts";

/** Filters of the list, as the address says them. */
export interface ProductsSearch {
  q?: string;
  famille?: Family;
  inactifs?: true;
  page?: number;
}

export function validateProductsSearch(search: Record<string, unknown>): ProductsSearch {
  const famille = FAMILIES.find((family) => family === search.famille);
  const { q, page } = search;
  return {
    ...(typeof q === "string" && q !== "" ? { q: q.slice(0, 100) } : {}),
    ...(famille === undefined ? {} : { famille }),
    ...(search.inactifs === true ? { inactifs: true as const } : {}),
    ...(typeof page === "number" && Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}
