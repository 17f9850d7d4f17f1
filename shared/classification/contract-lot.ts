import type { Case, RuledVerdict } from "./case.ts";
import { verdictOf } from "./case.ts";

/** Bought with an environmental externalities criterion of the right weight and mark. @law rural-R230-30-2 */
export function assessExternalities({ facts, rules }: Case): RuledVerdict {
  const lot = facts.contractLot;
  if (lot === null) return verdictOf("declared", "externalities-lot-missing");
  const { reference, externalitiesWeightBp: weightBp, externalitiesMarkBp: markBp } = lot;
  const minBp = rules.externalitiesWeightMinBp;
  const maxBp = rules.externalitiesWeightMaxBp;
  if (weightBp < minBp || weightBp > maxBp) {
    return verdictOf("rejected", "externalities-weight", { reference, weightBp, minBp, maxBp });
  }
  if (markBp === null) return verdictOf("declared", "externalities-mark-missing", { reference });
  const markMinBp = rules.externalitiesMarkMinBp;
  const enough = markBp >= markMinBp;
  return verdictOf(
    enough ? "confirmed" : "rejected",
    enough ? "externalities-met" : "externalities-mark-too-low",
    { reference, weightBp, markBp, markMinBp },
  );
}

/** Bought on environment and direct supply together. @law guide-cnrc-2024-01 */
export function assessPerformance({ facts, rules }: Case): RuledVerdict {
  const lot = facts.contractLot;
  if (lot === null) return verdictOf("declared", "performance-lot-missing");
  const { reference, environmentWeightBp, directSupplyWeightBp } = lot;
  if (environmentWeightBp <= 0 || directSupplyWeightBp <= 0) {
    return verdictOf("rejected", "performance-criterion-missing", { reference });
  }
  const weightBp = environmentWeightBp + directSupplyWeightBp;
  const enough = weightBp >= rules.performanceWeightMinBp;
  return verdictOf(
    enough ? "confirmed" : "rejected",
    enough ? "performance-met" : "performance-weight-too-low",
    { reference, weightBp, minBp: rules.performanceWeightMinBp },
  );
}
