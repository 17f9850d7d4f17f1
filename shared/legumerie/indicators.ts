import { monthOf } from "../calendar.ts";
import type { Ratio } from "../cells.ts";
import type { IsoMonth } from "../facts.ts";
import type { Id } from "../ids.ts";
import { ruleSetOn } from "../law/rule-sets.ts";
import type { LossCause, LossDestination } from "../legumerie.ts";
import { LOSS_CAUSES, LOSS_DESTINATIONS } from "../legumerie.ts";
import type { LedgerSums, ReceivedSum } from "./figures.ts";
import type { OrganicProof } from "./traits.ts";
import { ownersBefore, provenStage } from "./traits.ts";
import type { YieldReference, YieldStanding } from "./yield.ts";
import { yieldReference, yieldStanding } from "./yield.ts";

/** What is known around the sums. */
export interface LedgerSurroundings {
  /** Months shown, in their order, with or without movement. */
  months: readonly IsoMonth[];
  /** INSEE code of the workshop's département; null: not known. */
  departement: string | null;
  /** Organic certificates of each producer. */
  proofs: ReadonlyMap<Id, readonly OrganicProof[]>;
  /** Reference refuse of each product, basis points; null: none. */
  refuseBp: ReadonlyMap<Id, number | null>;
}

export interface MonthTonnes {
  month: IsoMonth;
  receivedGrams: number;
  packedGrams: number;
  deliveredGrams: number;
}

/** Yield of the ended batches made of one product only. */
export interface ProductYield {
  productId: Id;
  measured: Ratio;
  /** Null: the product has no reference refuse. */
  reference: YieldReference | null;
  standing: YieldStanding | null;
  batches: number;
}

/** A share of what went into the ended batches. */
export type LossShares<Key extends string> = readonly { key: Key; loss: Ratio }[];

/** The workshop's figures over a period. Weights in grams, prices as HT cents over grams. */
export interface LegumerieFigures {
  months: MonthTonnes[];
  receivedGrams: number;
  packedGrams: number;
  /** Taken to canteens and not refused. */
  deliveredGrams: number;
  refused: Ratio;
  yields: ProductYield[];
  /** Of all ended batches, whatever they are made of. */
  meanYield: Ratio;
  loss: Ratio;
  lossByCause: LossShares<LossCause>;
  lossByDestination: LossShares<LossDestination>;
  /** Losses that went anywhere but to waste. */
  putToUse: Ratio;
  /** Of the kilos received: produced in the workshop's own département. */
  inDepartement: Ratio;
  /** Of the kilos received: a canteen that gets them is in short circuit. */
  short: Ratio;
  /** Of the kilos received: organic or in conversion, proven on the day of reception. */
  organic: Ratio;
  producers: number;
  canteens: number;
  /** Numerator: HT cents of the lots bought; denominator: their grams. */
  priceIn: Ratio;
  /** Numerator: HT cents paid by canteens; denominator: grams they accepted. */
  priceOut: Ratio;
}

/** Every figure, from the sums of the ledger. */
export function legumerieFigures(sums: LedgerSums, around: LedgerSurroundings): LegumerieFigures {
  const { received, packed, delivered, worked, losses } = sums;
  const receivedGrams = total(received, ({ grams }) => grams);
  const delivery = total(delivered, ({ grams }) => grams);
  const refusedGrams = total(delivered, (sum) => sum.refusedGrams);
  const workedGrams = total(worked, (sum) => sum.inputGrams);
  const lostGrams = total(losses, ({ grams }) => grams);
  const bought = received.filter(({ owned }) => owned);
  const share = (holds: (sum: ReceivedSum) => boolean): Ratio => ({
    numerator: total(received.filter(holds), ({ grams }) => grams),
    denominator: receivedGrams,
  });
  const lossOf = (holds: (sum: LedgerSums["losses"][number]) => boolean): Ratio => ({
    numerator: total(losses.filter(holds), ({ grams }) => grams),
    denominator: workedGrams,
  });
  return {
    months: around.months.map((month) => monthTonnes(sums, month)),
    receivedGrams,
    packedGrams: total(packed, ({ grams }) => grams),
    deliveredGrams: delivery - refusedGrams,
    refused: { numerator: refusedGrams, denominator: delivery },
    yields: productYields(sums, around),
    meanYield: { numerator: total(worked, (sum) => sum.outputGrams), denominator: workedGrams },
    loss: { numerator: lostGrams, denominator: workedGrams },
    lossByCause: LOSS_CAUSES.map((key) => ({ key, loss: lossOf(({ cause }) => cause === key) })),
    lossByDestination: LOSS_DESTINATIONS.map((key) => ({
      key,
      loss: lossOf(({ destination }) => destination === key),
    })),
    putToUse: {
      numerator: lostGrams - lossOf(({ destination }) => destination === "WASTE").numerator,
      denominator: lostGrams,
    },
    inDepartement: share(({ departement }) => departement !== null && departement === around.departement),
    short: share((sum) => ownersBefore(sum) <= ruleSetOn(sum.day).shortMaxIntermediaries),
    organic: share((sum) => isProvenOrganic(sum, around)),
    producers: new Set(received.map(({ producerId }) => producerId)).size,
    canteens: new Set(delivered.map(({ canteenId }) => canteenId)).size,
    priceIn: {
      numerator: total(bought, ({ priceHtCents }) => priceHtCents),
      denominator: total(bought, ({ grams }) => grams),
    },
    priceOut: {
      numerator: total(delivered, ({ priceHtCents }) => priceHtCents),
      denominator: delivery - refusedGrams,
    },
  };
}

function monthTonnes({ received, packed, delivered }: LedgerSums, month: IsoMonth): MonthTonnes {
  return {
    month,
    receivedGrams: total(received, ({ day, grams }) => (monthOf(day) === month ? grams : 0)),
    packedGrams: total(packed, (sum) => (sum.month === month ? sum.grams : 0)),
    deliveredGrams: total(delivered, (sum) => (sum.month === month ? sum.grams - sum.refusedGrams : 0)),
  };
}

/** The heaviest product first. */
function productYields({ worked }: LedgerSums, { refuseBp }: LedgerSurroundings): ProductYield[] {
  const sums = new Map<Id, { inputs: number; outputs: number; batches: number }>();
  for (const { productId, inputGrams, outputGrams, batches } of worked) {
    if (productId === null) continue;
    const known = sums.get(productId) ?? { inputs: 0, outputs: 0, batches: 0 };
    sums.set(productId, {
      inputs: known.inputs + inputGrams,
      outputs: known.outputs + outputGrams,
      batches: known.batches + batches,
    });
  }
  return [...sums]
    .sort(([, a], [, b]) => b.inputs - a.inputs)
    .map(([productId, { inputs, outputs, batches }]) => {
      const measured = { numerator: outputs, denominator: inputs };
      const reference = yieldReference(refuseBp.get(productId) ?? null);
      return { productId, measured, reference, standing: yieldStanding(measured, reference), batches };
    });
}

function isProvenOrganic(sum: ReceivedSum, { proofs }: LedgerSurroundings): boolean {
  const { organicStage, day, producerId } = sum;
  return provenStage({ organicStage, receivedOn: day, proofs: proofs.get(producerId) ?? [] }) !== null;
}

function total<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
