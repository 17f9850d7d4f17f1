import type { MeasureState } from "../../shared/measures.ts";
import { MEASURE_STATES } from "../../shared/measures.ts";

export const MEASURE_FILTERS = [...MEASURE_STATES, "retard"] as const;

/** What the address of the list of measures says. */
export interface MeasuresSearch {
  /** `retard`: those whose day is past and that are not over. */
  etat?: MeasureState | "retard";
  /** Words of the title, the place or who carries it. */
  q?: string;
}

export function validateMeasuresSearch(search: Record<string, unknown>): MeasuresSearch {
  const etat = MEASURE_FILTERS.find((state) => state === search.etat);
  const { q } = search;
  return {
    ...(etat === undefined ? {} : { etat }),
    ...(typeof q === "string" && q !== "" ? { q: q.slice(0, 100) } : {}),
  };
}
