import type { LineFacts } from "../facts.ts";

/** Who produced the goods; null: not named. A supplier that produces what it sells is its producer. */
export function producerOf(facts: LineFacts): string | null {
  return facts.producerName ?? (facts.supplierIsProducer ? facts.supplierName : null);
}
