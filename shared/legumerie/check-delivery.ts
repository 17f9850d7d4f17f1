import type { IsoDate } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { Delivery } from "../legumerie.ts";
import type { LegumerieIssue, LegumerieIssueCode } from "./issues.ts";

/** An output lot a delivery may take from. */
export interface DeliverableOutput {
  packedOn: IsoDate;
  useBy: IsoDate;
  /** Net less what was delivered, plus what was refused. */
  leftGrams: number;
  batchEnded: boolean;
}

/** Everything that keeps a delivery from being written; empty: it may be. Lines of one output add up. */
export function checkDelivery(
  delivery: Delivery,
  around: { today: IsoDate; outputs: ReadonlyMap<Id, DeliverableOutput> },
): LegumerieIssue[] {
  const issues: LegumerieIssue[] = [];
  const at = (field: string, code: LegumerieIssueCode, grams: number | null = null) =>
    issues.push({ field, code, grams });
  const { deliveredOn } = delivery;
  if (deliveredOn > around.today) at("deliveredOn", "DATE_IN_FUTURE");
  const taken = new Map<Id, number>();
  for (const [index, { outputId, grams, refusedGrams }] of delivery.outputs.entries()) {
    const output = around.outputs.get(outputId);
    const field = (name: string) => `outputs.${index}.${name}`;
    if (output === undefined) {
      at(field("outputId"), "UNKNOWN_OUTPUT");
      continue;
    }
    if (!output.batchEnded) at(field("outputId"), "BATCH_OPEN");
    if (deliveredOn < output.packedOn) at(field("outputId"), "DELIVERED_BEFORE_PACKING");
    if (deliveredOn > output.useBy) at(field("outputId"), "DELIVERED_AFTER_USE_BY");
    if (refusedGrams > grams) at(field("refusedGrams"), "REFUSED_MORE_THAN_DELIVERED");
    const already = taken.get(outputId) ?? 0;
    if (already + grams > output.leftGrams) at(field("grams"), "OUTPUT_STOCK", output.leftGrams - already);
    taken.set(outputId, already + grams - Math.min(refusedGrams, grams));
  }
  return issues;
}
