export const SORT_KEYS = ["price", "distance", "last", "name"] as const;

export interface RowSort {
  key: (typeof SORT_KEYS)[number];
  direction: "asc" | "desc";
}

export const DEFAULT_SORT: RowSort = { key: "price", direction: "asc" };
