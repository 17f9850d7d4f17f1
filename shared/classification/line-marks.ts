import type { FactVerdict, LineFacts } from "../facts.ts";
import type { Mark } from "../marks.ts";
import { markBit } from "../marks.ts";
import { originMark } from "./origin.ts";

/** The bit set of a line: its statuses and its origin (shared/marks.ts). */
export function lineMarks(
  facts: LineFacts,
  verdicts: {
    organic: FactVerdict;
    fairTrade: FactVerdict | undefined;
    short: FactVerdict;
    local: FactVerdict;
  },
): number {
  const origin = originMark(facts);
  return (
    bitsOf("ORGANIC", verdicts.organic) |
    bitsOf("FAIR_TRADE", verdicts.fairTrade) |
    bitsOf("SHORT", verdicts.short) |
    bitsOf("LOCAL", verdicts.local) |
    (origin === null ? 0 : bits(origin.mark, origin.confirmed))
  );
}

function bitsOf(mark: Mark, verdict: FactVerdict | undefined): number {
  if (verdict?.status === "confirmed") return bits(mark, true);
  return verdict?.status === "declared" ? bits(mark, false) : 0;
}

function bits(mark: Mark, confirmed: boolean): number {
  return markBit(mark, "declared") | (confirmed ? markBit(mark, "strict") : 0);
}
