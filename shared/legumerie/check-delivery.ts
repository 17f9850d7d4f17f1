import type { IsoDate } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { DeliveredOutput, Delivery } from "../legumerie.ts";
import type { LegumerieIssue, LegumerieIssueCode } from "./issues.ts";

/** An output lot a delivery may take from. */
export interface DeliverableOutput {
  packedOn: IsoDate;
  useBy: IsoDate;
  /** Net less what was delivered, plus what was refused. */
  leftGrams: number;
  batchEnded: boolean;
}

/** A request that a delivery may answer. */
export interface AnswerableRequest {
  /** Only goods proven organic will do. */
  organic: boolean;
}

/** What a delivery is checked against. */
export interface DeliverySurroundings {
  today: IsoDate;
  outputs: ReadonlyMap<Id, DeliverableOutput>;
  /** Output lots made of proven organic lots alone. */
  organicOutputs: ReadonlySet<Id>;
  /** The canteen's requests that still wait for something. */
  requests: ReadonlyMap<Id, AnswerableRequest>;
}

type Report = (field: string, code: LegumerieIssueCode, grams?: number) => void;

/** Everything that keeps a delivery from being written; empty: it may be. Lines of one output add up. */
export function checkDelivery(delivery: Delivery, around: DeliverySurroundings): LegumerieIssue[] {
  const issues: LegumerieIssue[] = [];
  const at: Report = (field, code, grams) => issues.push({ field, code, grams: grams ?? null });
  if (delivery.deliveredOn > around.today) at("deliveredOn", "DATE_IN_FUTURE");
  const taken = new Map<Id, number>();
  for (const [index, line] of delivery.outputs.entries()) {
    const { outputId, grams, refusedGrams } = line;
    const output = around.outputs.get(outputId);
    const atLine: Report = (name, code, left) => at(`outputs.${index}.${name}`, code, left);
    checkWords(line, around, atLine);
    if (output === undefined) {
      atLine("outputId", "UNKNOWN_OUTPUT");
      continue;
    }
    checkState(output, delivery, atLine);
    const already = taken.get(outputId) ?? 0;
    if (already + grams > output.leftGrams) atLine("grams", "OUTPUT_STOCK", output.leftGrams - already);
    taken.set(outputId, already + grams - Math.min(refusedGrams, grams));
  }
  return issues;
}

/** Other goods than the organic ones asked for are a replacement, which tells the canteen why. */
function checkWords(
  line: DeliveredOutput,
  { requests, organicOutputs }: DeliverySurroundings,
  at: Report,
): void {
  const { grams, refusedGrams, refusal, requestId, replaces } = line;
  if (refusedGrams > grams) at("refusedGrams", "REFUSED_MORE_THAN_DELIVERED");
  if (refusedGrams > 0 && refusal === null) at("refusal", "REFUSAL_WITHOUT_REASON");
  if (requestId === null) return;
  const request = requests.get(requestId);
  if (request === undefined) at("requestId", "UNKNOWN_REQUEST");
  else if (request.organic && !organicOutputs.has(line.outputId) && replaces === null)
    at("outputId", "ORGANIC_WANTED");
}

function checkState(output: DeliverableOutput, { deliveredOn }: Delivery, at: Report): void {
  if (!output.batchEnded) at("outputId", "BATCH_OPEN");
  if (deliveredOn < output.packedOn) at("outputId", "DELIVERED_BEFORE_PACKING");
  if (deliveredOn > output.useBy) at("outputId", "DELIVERED_AFTER_USE_BY");
}
