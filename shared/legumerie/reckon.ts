import type { Point } from "../geo/distance.ts";
import { distanceM } from "../geo/distance.ts";
import { ruleSetOn } from "../law/rule-sets.ts";
import { LOSS_CAUSES } from "../legumerie.ts";
import { divideHalfAway, toSafeInteger } from "../rounding.ts";
import type { LedgerFact, ReceivedFact } from "./facts.ts";
import type { IndicatorKey } from "./indicator-list.ts";
import { lossKey } from "./indicator-list.ts";
import { reckonService } from "./reckon-service.ts";
import { reckonWork } from "./reckon-work.ts";
import type { FactSurroundings, FactsAsked, Reckoned, ReckonedFigures } from "./reckoned.ts";
import { amount, factsOf, missing, quotient, sumOf } from "./reckoned.ts";
import { ownersBefore, provenStage } from "./traits.ts";

/** Every figure over a period, from all that is known of the ledger. */
export function reckonFigures(
  facts: readonly LedgerFact[],
  around: FactSurroundings,
  asked: FactsAsked,
): ReckonedFigures {
  const inside = facts.filter((fact) => isAsked(fact, asked));
  return {
    ...reckonKilos(inside),
    ...reckonSourcing(inside, around),
    ...reckonService(inside, around, asked),
    ...reckonWork(inside, around, asked),
  } as Record<IndicatorKey, Reckoned>;
}

/** Demands and stock are states, not moves: their day is when they began. */
function isAsked(fact: LedgerFact, { period, productId }: FactsAsked): boolean {
  if (productId !== null && fact.kind !== "HOURS" && fact.productId !== productId) return false;
  if (fact.kind === "DEMAND" || fact.kind === "STOCK") return fact.day <= period.to;
  return fact.day >= period.from && fact.day <= period.to;
}

function reckonKilos(facts: readonly LedgerFact[]): Partial<Record<IndicatorKey, Reckoned>> {
  const worked = factsOf(facts, "WORKED");
  const losses = factsOf(facts, "LOSS");
  const inputs = sumOf(worked, ({ inputGrams }) => inputGrams);
  const outputs = sumOf(worked, ({ outputGrams }) => outputGrams);
  const lost = sumOf(losses, ({ grams }) => grams);
  const wasted = sumOf(losses, ({ destination, grams }) => (destination === "WASTE" ? grams : 0));
  const gap = sumOf(worked, (batch) => batch.inputGrams - batch.outputGrams - batch.lossGrams);
  return {
    received: amount(sumOf(factsOf(facts, "RECEIVED"), ({ grams }) => grams)),
    packed: amount(sumOf(factsOf(facts, "PACKED"), ({ grams }) => grams)),
    yield: quotient(outputs, inputs, "NOTHING_WORKED"),
    loss: quotient(lost, inputs, "NOTHING_WORKED"),
    ...Object.fromEntries(
      LOSS_CAUSES.map((cause) => [
        lossKey(cause),
        quotient(
          sumOf(losses, (loss) => (loss.cause === cause ? loss.grams : 0)),
          inputs,
          "NOTHING_WORKED",
        ),
      ]),
    ),
    putToUse: quotient(lost - wasted, lost, "NOTHING_LOST"),
    gap: quotient(gap, inputs, "NOTHING_WORKED"),
  };
}

function reckonSourcing(
  facts: readonly LedgerFact[],
  around: FactSurroundings,
): Partial<Record<IndicatorKey, Reckoned>> {
  const received = factsOf(facts, "RECEIVED");
  const bought = received.filter(({ owned }) => owned);
  const kilos = (holds: (lot: ReceivedFact) => boolean) =>
    quotient(
      sumOf(received.filter(holds), ({ grams }) => grams),
      sumOf(received, ({ grams }) => grams),
      "NOTHING_RECEIVED",
    );
  const euros = (holds: (lot: ReceivedFact) => boolean) =>
    quotient(
      sumOf(bought.filter(holds), ({ priceHtCents }) => priceHtCents),
      sumOf(bought, ({ priceHtCents }) => priceHtCents),
      "NOTHING_BOUGHT",
    );
  const isLocal = ({ departement }: ReceivedFact) =>
    departement !== null && departement === around.departement;
  const isShort = (lot: ReceivedFact) => ownersBefore(lot) <= ruleSetOn(lot.day).shortMaxIntermediaries;
  const isOrganic = ({ organicStage, day, producerId }: ReceivedFact) =>
    provenStage({ organicStage, receivedOn: day, proofs: around.proofs.get(producerId) ?? [] }) !== null;
  return {
    localKilos: around.departement === null ? missing("NO_PLACE") : kilos(isLocal),
    localEuros: around.departement === null ? missing("NO_PLACE") : euros(isLocal),
    shortKilos: kilos(isShort),
    shortEuros: euros(isShort),
    organicKilos: kilos(isOrganic),
    organicEuros: euros(isOrganic),
    producers: amount(new Set(received.map(({ producerId }) => producerId)).size),
    distance: meanDistance(received, around.point),
    priceIn: quotient(
      sumOf(bought, ({ priceHtCents }) => priceHtCents),
      sumOf(bought, ({ grams }) => grams),
      "NOTHING_BOUGHT",
    ),
  };
}

/** Metres, each kilo of a known origin counting once. */
function meanDistance(received: readonly ReceivedFact[], workshop: Point | null): Reckoned {
  if (received.length === 0) return missing("NOTHING_RECEIVED");
  if (workshop === null) return missing("NO_PLACE");
  let weighted = 0n;
  let grams = 0n;
  for (const lot of received) {
    if (lot.point === null) continue;
    weighted += BigInt(lot.grams) * BigInt(distanceM(lot.point, workshop));
    grams += BigInt(lot.grams);
  }
  return grams === 0n ? missing("NO_PLACE") : amount(toSafeInteger(divideHalfAway(weighted, grams)));
}
