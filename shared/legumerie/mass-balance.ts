import type { Batch } from "../legumerie.ts";

/** An ended batch may lack or exceed this share of what went in (scales, water): basis points. */
export const BALANCE_TOLERANCE_BP = 200;

/** Kilos of one batch, in grams. `gap` = inputs − outputs − losses: positive when kilos are missing. */
export interface MassBalance {
  inputs: number;
  outputs: number;
  losses: number;
  gap: number;
  /** The gap is within the tolerance. */
  balanced: boolean;
  /** More came out than went in, beyond the tolerance: true of no batch, ended or not. */
  exceeded: boolean;
}

/** The balance of a batch. What is missing from one that has not ended is work in progress. */
export function massBalance(batch: {
  inputs: readonly { grams: number }[];
  outputs: readonly { netGrams: number }[];
  losses: readonly { grams: number }[];
}): MassBalance {
  const inputs = sum(batch.inputs.map(({ grams }) => grams));
  const outputs = sum(batch.outputs.map(({ netGrams }) => netGrams));
  const losses = sum(batch.losses.map(({ grams }) => grams));
  const gap = inputs - outputs - losses;
  const balanced = Math.abs(gap) * 10_000 <= inputs * BALANCE_TOLERANCE_BP;
  return { inputs, outputs, losses, gap, balanced, exceeded: gap < 0 && !balanced };
}

/** Grams still being worked on: what has not come out of an open batch yet; 0 once it has ended. */
export function workInProgress(batch: Pick<Batch, "inputs" | "outputs" | "losses" | "endedOn">): number {
  return batch.endedOn === null ? Math.max(0, massBalance(batch).gap) : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
