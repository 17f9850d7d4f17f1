import type { LineFacts } from "../facts.ts";

/** Who produced the goods; null: not named. A supplier that produces what it sells is its producer. */
export function producerOf(facts: LineFacts): string | null {
  return nonEmpty(facts.producerName) ?? (facts.supplierIsProducer ? nonEmpty(facts.supplierName) : null);
}

/** An empty name names nobody. */
export function nonEmpty(name: string | null): string | null {
  return name === "" ? null : name;
}
