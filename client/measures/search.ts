import type { MeasureState } from "../../shared/measures.ts";
import { MEASURE_STATES } from "../../shared/measures.ts";

/** What the address of the list of measures says. */
export interface MeasuresSearch {
  etat?: MeasureState;
  /** Only those whose day is past. */
  retard?: true;
  /** Words of the title, the place or who carries it. */
  q?: string;
}

export function validateMeasuresSearch(search: Record<string, unknown>): MeasuresSearch {
  const etat = MEASURE_STATES.find((state) => state === search.etat);
  const { retard, q } = search;
  return {
    ...(etat === undefined ? {} : { etat }),
    ...(retard === true ? { retard } : {}),
    ...(typeof q === "string" && q !== "" ? { q: q.slice(0, 100) } : {}),
  };
}
