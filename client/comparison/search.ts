import type { RowSort } from "./sort-keys.ts";
import { SORT_KEYS } from "./sort-keys.ts";

/** What the page's address says. */
export interface ComparerSearch {
  /** Id of the product. */
  produit?: string;
  /** Of its equivalents, the one that is shown alone. */
  forme?: string;
  /** Grams of one portion, when it is not the product's own. */
  portion?: number;
  tri?: RowSort["key"];
  sens?: RowSort["direction"];
  /** The canteen a link was copied from. */
  cantine?: string;
}

const ID = /^[0-9a-f-]{36}$/;
const MAX_PORTION_GRAMS = 2000;

export function validateComparerSearch(search: Record<string, unknown>): ComparerSearch {
  const { sens } = search;
  const tri = SORT_KEYS.find((key) => key === search.tri);
  const portion = Number(search.portion);
  return {
    ...idOf("produit"),
    ...idOf("forme"),
    ...(Number.isInteger(portion) && portion > 0 && portion <= MAX_PORTION_GRAMS ? { portion } : {}),
    ...(tri === undefined ? {} : { tri }),
    ...(sens === "asc" || sens === "desc" ? { sens } : {}),
    ...idOf("cantine"),
  };

  function idOf<Key extends "produit" | "forme" | "cantine">(key: Key): Partial<Record<Key, string>> {
    const text = search[key];
    return (typeof text === "string" && ID.test(text) ? { [key]: text } : {}) as Partial<Record<Key, string>>;
  }
}
