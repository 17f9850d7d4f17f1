import { searchKey } from "../../shared/normalise.ts";
import type { RouterOutputs } from "../trpc.ts";
import type { MeasuresSearch } from "./search.ts";

export type MeasureSummary = RouterOutputs["measures"]["list"]["measures"][number];
export type MeasureDetail = RouterOutputs["measures"]["get"];

/** The measures that the address keeps. */
export function filterMeasures(
  measures: readonly MeasureSummary[],
  { etat, retard, q = "" }: MeasuresSearch,
): MeasureSummary[] {
  const words = searchKey(q).split(" ").filter(Boolean);
  return measures.filter((measure) => {
    if (etat !== undefined && measure.state !== etat) return false;
    if (retard === true && !measure.late) return false;
    const text = searchKey(`${measure.title} ${measure.scopeName ?? ""} ${measure.ownerName ?? ""}`);
    return words.every((word) => text.includes(word));
  });
}
