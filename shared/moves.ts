import type { FactStatus } from "./facts.ts";
import type { Translated } from "./locales.ts";

/** The four facts of a line. */
export const LINE_FACTS = ["organic", "quality", "short", "local"] as const;
export type LineFact = (typeof LINE_FACTS)[number];

export const LINE_FACT_LABELS: Readonly<Record<LineFact, Translated>> = {
  organic: { fr: "bio", en: "organic" },
  quality: { fr: "signe de qualité", en: "quality mark" },
  short: { fr: "circuit court", en: "short circuit" },
  local: { fr: "local", en: "local" },
};

/** Lines whose fact went from one status to another. */
export interface Move {
  fact: LineFact;
  from: FactStatus;
  to: FactStatus;
  lines: number;
  /** HT, cents, signed, of the lines that count. */
  amountCents: number;
}

/** What a change of the catalogue or of a definition moved. */
export interface Moved {
  /** Lines with another verdict than before, were it only its evidence. */
  lines: number;
  moves: Move[];
  /** Lines of declared years that keep the verdict they were declared with, another than today's; absent: none. */
  kept?: KeptLines;
  /** Lines whose supplier is something else on their day than what they said of it; absent: none. */
  social?: KeptLines;
}

export interface KeptLines {
  lines: number;
  /** HT, cents. */
  amountCents: number;
}

export const NOTHING_MOVED: Moved = { lines: 0, moves: [] };

/** Both added up, moves of the same kind as one. */
export function addMoved(one: Moved, other: Moved): Moved {
  const moves = new Map<string, Move>();
  for (const move of [...one.moves, ...other.moves]) {
    const key = `${move.fact}/${move.from}/${move.to}`;
    const known = moves.get(key);
    moves.set(
      key,
      known === undefined
        ? move
        : { ...known, lines: known.lines + move.lines, amountCents: known.amountCents + move.amountCents },
    );
  }
  const kept = addKept(one.kept, other.kept);
  const social = addKept(one.social, other.social);
  return {
    lines: one.lines + other.lines,
    moves: [...moves.values()],
    ...(kept && { kept }),
    ...(social && { social }),
  };
}

function addKept(one: KeptLines | undefined, other: KeptLines | undefined): KeptLines | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { lines: one.lines + other.lines, amountCents: one.amountCents + other.amountCents };
}
