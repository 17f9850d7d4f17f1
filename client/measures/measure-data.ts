import { searchKey } from "../../shared/normalise.ts";
import type { RouterOutputs } from "../trpc.ts";
import type { MeasuresSearch } from "./search.ts";

export type MeasureSummary = RouterOutputs["measures"]["list"]["measures"][number];
export type MeasureDetail = RouterOutputs["measures"]["get"];

/** The measures that the address keeps. */
export function filterMeasures(
  measures: readonly MeasureSummary[],
  { etat, q = "" }: MeasuresSearch,
): MeasureSummary[] {
  const words = searchKey(q).split(" ").filter(Boolean);
  return measures.filter((measure) => {
    if (etat !== undefined && (etat === "retard" ? !measure.late : measure.state !== etat)) return false;
    const text = searchKey(`${measure.title} ${measure.scopeName ?? ""} ${measure.ownerName ?? ""}`);
    return words.every((word) => text.includes(word));
  });
}
