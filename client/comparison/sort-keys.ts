export const SORT_KEYS = ["edible", "price", "distance", "minimum", "reliability", "last", "name"] as const;

export interface RowSort {
  key: (typeof SORT_KEYS)[number];
  direction: "asc" | "desc";
}

export const DEFAULT_SORT: RowSort = { key: "price", direction: "asc" };
/** Raw, ready to use and frozen stand on one scale only by what is eaten of them. */
export const DEFAULT_SORT_OF_FORMS: RowSort = { key: "edible", direction: "asc" };

/** Where more is better, the best comes first. */
export function firstDirection(key: RowSort["key"]): RowSort["direction"] {
  return key === "last" || key === "reliability" ? "desc" : "asc";
}
