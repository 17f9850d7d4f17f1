import type { Category } from "../categories.ts";
import type { ContractLot } from "../facts.ts";
import type { RuleSet } from "../law/rule-sets.ts";
import type { Case, RuledVerdict } from "./case.ts";
import { verdictOf } from "./case.ts";

/** Bought with an environmental externalities criterion of the right weight and mark. @law rural-R230-30-2 */
export function assessExternalities({ facts, rules }: Case): RuledVerdict {
  const lot = facts.contractLot;
  if (lot === null) return verdictOf("declared", "externalities-lot-missing");
  const { reference, externalitiesWeightBp: weightBp, externalitiesMarkBp: markBp } = lot;
  const minBp = rules.externalitiesWeightMinBp;
  const maxBp = rules.externalitiesWeightMaxBp;
  if (!hasExternalities(lot, rules)) {
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
  const enough = hasPerformance(lot, rules);
  return verdictOf(
    enough ? "confirmed" : "rejected",
    enough ? "performance-met" : "performance-weight-too-low",
    { reference, weightBp, minBp: rules.performanceWeightMinBp },
  );
}

/** Categories that buying under the lot says by itself: nobody has to claim how a line was bought. */
export function claimsOfLot(lot: ContractLot, rules: RuleSet): Category[] {
  const marked = lot.externalitiesMarkBp !== null && lot.externalitiesMarkBp >= rules.externalitiesMarkMinBp;
  return [
    ...(marked && hasExternalities(lot, rules) ? (["EXTERNALITES"] as const) : []),
    ...(hasPerformance(lot, rules) ? (["PERFORMANCE"] as const) : []),
  ];
}

/** Whether the lot's criterion on environmental externalities weighs what the law asks for. @law rural-R230-30-2 */
export function hasExternalities(
  { externalitiesWeightBp }: Pick<ContractLot, "externalitiesWeightBp">,
  rules: RuleSet,
): boolean {
  return (
    externalitiesWeightBp >= rules.externalitiesWeightMinBp &&
    externalitiesWeightBp <= rules.externalitiesWeightMaxBp
  );
}

/** Whether both criteria are there and weigh enough together. @law guide-cnrc-2024-01 */
export function hasPerformance(
  {
    environmentWeightBp,
    directSupplyWeightBp,
  }: Pick<ContractLot, "environmentWeightBp" | "directSupplyWeightBp">,
  rules: RuleSet,
): boolean {
  return (
    environmentWeightBp > 0 &&
    directSupplyWeightBp > 0 &&
    environmentWeightBp + directSupplyWeightBp >= rules.performanceWeightMinBp
  );
}
