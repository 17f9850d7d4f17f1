import type { MeasureInput } from "../../shared/measures.ts";

/** The organic share of the whole organisation, from 10 % to 20 % in two years, unless said otherwise. */
export function aMeasure(measure: Pick<MeasureInput, "scopeId"> & Partial<MeasureInput>): MeasureInput {
  return {
    title: "Plus de bio dans les collèges",
    description: "",
    ownerId: null,
    ownerTitle: "Direction des collèges",
    startsOn: "2025-09-01",
    dueOn: "2027-08-31",
    state: "under-way",
    reason: null,
    figure: "ORGANIC",
    certainty: "declared",
    scopeKind: "organisation",
    unitText: null,
    startValue: 1_000,
    startOn: "2025-09-01",
    targetValue: 2_000,
    ...measure,
  };
}
