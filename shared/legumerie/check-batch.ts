import type { IsoDate } from "../facts.ts";
import type { Family } from "../families.ts";
import type { Id } from "../ids.ts";
import type { Batch } from "../legumerie.ts";
import type { LegumerieIssue, LegumerieIssueCode } from "./issues.ts";
import { massBalance } from "./mass-balance.ts";
import { LEGUMERIE_FAMILY } from "./traits.ts";

/** What a batch is checked against. */
export interface BatchSurroundings {
  today: IsoDate;
  /** Lots of the workshop, with what the other batches leave of them. */
  lots: ReadonlyMap<Id, { receivedOn: IsoDate; leftGrams: number }>;
  /** Families of the products it packs. */
  families: ReadonlyMap<Id, Family | null>;
}

type Report = (field: string, code: LegumerieIssueCode, grams?: number) => void;

/** Everything that keeps a batch from being written; empty: it may be. */
export function checkBatch(batch: Batch, around: BatchSurroundings): LegumerieIssue[] {
  const issues: LegumerieIssue[] = [];
  const at: Report = (field, code, grams) => issues.push({ field, code, grams: grams ?? null });
  checkDates(batch, around.today, at);
  checkInputs(batch, around, at);
  checkOutputs(batch, around, at);
  checkBalance(batch, at);
  return issues;
}

function checkDates({ startedOn, endedOn }: Batch, today: IsoDate, at: Report): void {
  if (startedOn > today) at("startedOn", "DATE_IN_FUTURE");
  if (endedOn === null) return;
  if (endedOn > today) at("endedOn", "DATE_IN_FUTURE");
  if (endedOn < startedOn) at("endedOn", "ENDED_BEFORE_START");
}

function checkInputs({ inputs, startedOn }: Batch, { lots }: BatchSurroundings, at: Report): void {
  const seen = new Set<Id>();
  for (const [index, { lotId, grams }] of inputs.entries()) {
    const lot = lots.get(lotId);
    if (lot === undefined) {
      at(`inputs.${index}.lotId`, "UNKNOWN_LOT");
      continue;
    }
    if (seen.has(lotId)) at(`inputs.${index}.lotId`, "TWICE");
    seen.add(lotId);
    if (lot.receivedOn > startedOn) at(`inputs.${index}.lotId`, "STARTED_BEFORE_RECEPTION");
    if (grams > lot.leftGrams) at(`inputs.${index}.grams`, "LOT_STOCK", lot.leftGrams);
  }
}

function checkOutputs(batch: Batch, { families, today }: BatchSurroundings, at: Report): void {
  const last = batch.endedOn ?? today;
  batch.outputs.forEach(({ productId, packedOn, useBy }, index) => {
    if (families.get(productId) !== LEGUMERIE_FAMILY) at(`outputs.${index}.productId`, "NOT_VEGETABLES");
    if (packedOn < batch.startedOn || packedOn > last)
      at(`outputs.${index}.packedOn`, "PACKED_OUTSIDE_BATCH");
    if (useBy <= packedOn) at(`outputs.${index}.useBy`, "USE_BY_BEFORE_PACKING");
  });
}

function checkBalance(batch: Batch, at: Report): void {
  const { gap, balanced, exceeded } = massBalance(batch);
  if (exceeded) at("balance", "BALANCE_EXCEEDED", -gap);
  else if (batch.endedOn !== null && !balanced) at("balance", "BALANCE_MISSING", gap);
}
