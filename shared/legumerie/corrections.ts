import * as z from "zod/mini";
import type { Id } from "../ids.ts";
import { idSchema } from "../ids.ts";
import type { Batch } from "../legumerie.ts";
import { MAX_LOT_GRAMS } from "../legumerie.ts";
import type { LegumerieIssue, LegumerieIssueCode } from "./issues.ts";
import { massBalance } from "./mass-balance.ts";

/** What may be found to be wrong: a gross weight, what a batch took, packed or lost, what was taken out of stock. */
export const CORRECTION_PARTS = ["LOT", "INPUT", "OUTPUT", "LOSS", "DISPOSAL"] as const;
export type CorrectionPart = (typeof CORRECTION_PARTS)[number];

export const correctionSchema = z.object({
  /** Made by the client. */
  id: idSchema,
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  lines: z
    .array(
      z.object({
        part: z.enum(CORRECTION_PARTS),
        /** The batch of an INPUT, OUTPUT or LOSS; null for a LOT or DISPOSAL. */
        batchId: z.nullable(idSchema),
        /** The lot of a LOT or INPUT, else the id of the output lot, loss or disposal. */
        subjectId: idSchema,
        /** Added to what was written; negative: less; never 0. */
        grams: z.int().check(
          z.minimum(-MAX_LOT_GRAMS),
          z.maximum(MAX_LOT_GRAMS),
          z.refine((grams) => grams !== 0),
        ),
      }),
    )
    .check(z.minLength(1), z.maxLength(130)),
});
/** An entry that corrects the ledger; what was written before stays as it is. */
export type Correction = z.infer<typeof correctionSchema>;
export type CorrectionLine = Correction["lines"][number];

/** The ledger around a correction, as it stands before it. Grams. */
export interface CorrectionSurroundings {
  lots: ReadonlyMap<Id, { standingGrams: number; usedGrams: number }>;
  batches: ReadonlyMap<Id, Batch>;
  /** Of each output lot, the most that was out of the workshop on any day: some of it may have come back since. */
  outGrams: ReadonlyMap<Id, number>;
  /** Grams of each disposal, and how many more may leave its output lot from its day on. */
  disposals: ReadonlyMap<Id, { grams: number; leftGrams: number }>;
}

type Report = (field: string, code: LegumerieIssueCode, grams?: number) => void;

/**
 * Everything that keeps a correction from being written; empty: it may be. The ledger is judged as it stands
 * afterwards, by the same rules as at writing: no weight below zero, no lot used beyond its weight, no output lot
 * delivered beyond it, every batch balanced.
 */
export function checkCorrection(correction: Correction, around: CorrectionSurroundings): LegumerieIssue[] {
  const issues: LegumerieIssue[] = [];
  const at: Report = (field, code, grams) => issues.push({ field, code, grams: grams ?? null });
  const lots = new Map([...around.lots].map(([id, lot]) => [id, { ...lot }]));
  const batches = new Map([...around.batches].map(([id, batch]) => [id, copyOf(batch)]));
  const disposal = correction.lines.findIndex(({ part }) => part === "DISPOSAL");
  if (disposal !== -1) {
    checkDisposalLine(correction, around, (code, grams) => at(`lines.${disposal}.grams`, code, grams));
    return issues;
  }
  const seen = new Set<string>();
  for (const [index, line] of correction.lines.entries()) {
    const key = `${line.part} ${line.batchId} ${line.subjectId}`;
    if (seen.has(key)) at(`lines.${index}.grams`, "TWICE");
    seen.add(key);
    applyLine(line, { lots, batches }, (code, grams) => at(`lines.${index}.grams`, code, grams));
  }
  if (issues.length > 0) return issues;
  for (const { standingGrams, usedGrams } of lots.values())
    if (usedGrams > standingGrams) at("balance", "LOT_OVERUSED", usedGrams - standingGrams);
  for (const batch of batches.values()) checkBatchAfter(batch, around, at);
  return issues;
}

/** What was taken out of stock is put right alone: what is left of the lot depends on nothing else then. */
function checkDisposalLine(
  { lines }: Correction,
  { disposals }: CorrectionSurroundings,
  refuse: (code: LegumerieIssueCode, grams?: number) => void,
): void {
  const [line] = lines;
  const known = line === undefined ? undefined : disposals.get(line.subjectId);
  if (lines.length > 1 || line === undefined) refuse("DISPOSAL_ALONE");
  else if (known === undefined || line.batchId !== null) refuse("UNKNOWN_OUTPUT");
  else if (known.grams + line.grams < 0) refuse("BELOW_ZERO", known.grams);
  else if (line.grams > known.leftGrams) refuse("OUTPUT_STOCK", known.leftGrams);
}

interface Standing {
  lots: Map<Id, { standingGrams: number; usedGrams: number }>;
  batches: Map<Id, Batch>;
}

/** Does what a line says, or says why it cannot be done. */
function applyLine(
  line: CorrectionLine,
  { lots, batches }: Standing,
  refuse: (code: LegumerieIssueCode, grams?: number) => void,
): void {
  const { part, batchId, subjectId, grams } = line;
  const lot = lots.get(subjectId);
  const batch = batchId === null ? undefined : batches.get(batchId);
  const before = part === "LOT" ? lot?.standingGrams : batch && gramsOfPart(batch, line);
  if (before === undefined || (part === "LOT" && batchId !== null))
    refuse(part === "LOT" ? "UNKNOWN_LOT" : "UNKNOWN_BATCH");
  else if (batch?.endedOn === null) refuse("BATCH_STILL_OPEN");
  else if (before + grams < 0) refuse("BELOW_ZERO", before);
  else {
    if (part === "LOT" && lot !== undefined) lot.standingGrams += grams;
    if (part === "INPUT" && lot !== undefined) lot.usedGrams += grams;
    if (batch !== undefined) addToBatch(batch, line);
  }
}

type PartOfBatch = Pick<CorrectionLine, "part" | "subjectId">;

/** Grams of one part of a batch; undefined: it holds no such part. */
function gramsOfPart(batch: Batch, { part, subjectId }: PartOfBatch): number | undefined {
  switch (part) {
    case "LOT":
    case "DISPOSAL":
      return undefined;
    case "INPUT":
      return batch.inputs.find(({ lotId }) => lotId === subjectId)?.grams;
    case "OUTPUT":
      return batch.outputs.find(({ id }) => id === subjectId)?.netGrams;
    case "LOSS":
      return batch.losses.find(({ id }) => id === subjectId)?.grams;
  }
}

/** Adds the grams to that part of the batch, in place; a part it does not hold changes nothing. */
export function addToBatch(batch: Batch, { part, subjectId, grams }: PartOfBatch & { grams: number }): void {
  if (part === "INPUT") {
    for (const input of batch.inputs) if (input.lotId === subjectId) input.grams += grams;
  } else if (part === "OUTPUT") {
    for (const output of batch.outputs) if (output.id === subjectId) output.netGrams += grams;
  } else for (const loss of batch.losses) if (loss.id === subjectId) loss.grams += grams;
}

function checkBatchAfter(batch: Batch, { outGrams }: CorrectionSurroundings, at: Report): void {
  for (const { id, netGrams } of batch.outputs) {
    const out = outGrams.get(id) ?? 0;
    if (out > netGrams) at("balance", "OUTPUT_OVERDELIVERED", out);
  }
  const { gap, balanced, exceeded } = massBalance(batch);
  if (exceeded) at("balance", "BALANCE_EXCEEDED", -gap);
  else if (!balanced) at("balance", "BALANCE_MISSING", gap);
}

function copyOf(batch: Batch): Batch {
  return {
    ...batch,
    inputs: batch.inputs.map((input) => ({ ...input })),
    outputs: batch.outputs.map((output) => ({ ...output })),
    losses: batch.losses.map((loss) => ({ ...loss })),
  };
}
