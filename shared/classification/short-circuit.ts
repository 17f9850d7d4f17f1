import type { Case, RuledVerdict } from "./case.ts";
import { verdictOf } from "./case.ts";
import { nonEmpty, producerOf } from "./producer.ts";

const UNKNOWN = verdictOf("unknown", "short-unknown");
const DENIED = verdictOf("no", "short-denied");

/** At most one owner between producer and canteen; distance plays no part. @law ministere-circuit-court */
export function assessShort({ facts, rules }: Case): RuledVerdict {
  const intermediaries = knownIntermediaries(facts);
  if (intermediaries === null) {
    if (facts.claimedShort === null) return UNKNOWN;
    if (!facts.claimedShort) return DENIED;
    return verdictOf("declared", "short-claimed", { supplier: facts.supplierName });
  }
  const maximum = rules.shortMaxIntermediaries;
  if (intermediaries > maximum) {
    const status = facts.claimedShort === true ? "rejected" : "no";
    return verdictOf(status, "short-too-many", { intermediaries, maximum });
  }
  const producer = intermediaries === 0 ? producerOf(facts) : nonEmpty(facts.producerName);
  if (producer === null) return verdictOf("declared", "short-producer-unnamed", { intermediaries });
  if (intermediaries === 0) return verdictOf("confirmed", "short-direct", { intermediaries, producer });
  return verdictOf("confirmed", "short-one", { intermediaries, producer, supplier: facts.supplierName });
}

/** A supplier that sells what it produces is a direct sale unless a number says otherwise. */
function knownIntermediaries(facts: Case["facts"]): number | null {
  return facts.intermediaries ?? (facts.supplierIsProducer ? 0 : null);
}
