import { NEIGHBOUR_KM } from "../../shared/grouped-orders.ts";

/** `km`: how far a neighbour may be. */
export interface GroupedSearch {
  km?: number;
}

export function validateGroupedSearch(search: Record<string, unknown>): GroupedSearch {
  const km = NEIGHBOUR_KM.find((one) => one === Number(search.km));
  return km === undefined ? {} : { km };
}
