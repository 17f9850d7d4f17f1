import type { LineFacts } from "../facts.ts";
import type { Mark } from "../marks.ts";
import { producerOf } from "./producer.ts";

/** The one origin mark of a line and whether it is confirmed; null: nothing is known. */
export interface OriginMark {
  mark: Extract<Mark, "FRANCE" | "EUROPE">;
  confirmed: boolean;
}

/**
 * Known communes of production are all in France and win over the buyer's word, which is only ever
 * declared. FRANCE and EUROPE exclude each other.
 */
export function originMark(facts: LineFacts): OriginMark | null {
  if (facts.origins.length > 0) return { mark: "FRANCE", confirmed: producerOf(facts) !== null };
  return facts.origin === null ? null : { mark: facts.origin, confirmed: false };
}
