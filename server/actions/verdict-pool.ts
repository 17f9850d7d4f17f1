import { createHash } from "node:crypto";
import type { VerdictColumns } from "../../db/queries/order-lines.ts";
import type { StoredVerdict } from "../../db/queries/verdicts.ts";
import type { Verdict } from "../../shared/facts.ts";

/** The verdicts of lines of one canteen, each distinct content once. */
export interface VerdictPool {
  /** What a line keeps of its verdict, which is put into the pool. */
  columnsOf(verdict: Verdict): VerdictColumns;
  /** The verdicts that came in since the last time: those still to be stored. */
  take(): StoredVerdict[];
}

/** An empty pool. */
export function openVerdictPool(): VerdictPool {
  /** Lines share verdicts: what was seen needs no text to be known again. */
  const seen = new Map<Verdict, VerdictColumns>();
  const ids = new Map<string, string>();
  let fresh: StoredVerdict[] = [];

  function idOf(verdict: Verdict): string {
    // The rules build every verdict with its keys in one order: equal verdicts have equal texts.
    const content = JSON.stringify(verdict);
    const known = ids.get(content);
    if (known !== undefined) return known;
    const stored = storedVerdict(verdict, content);
    ids.set(content, stored.id);
    fresh.push(stored);
    return stored.id;
  }

  return {
    columnsOf(verdict) {
      const known = seen.get(verdict);
      if (known !== undefined) return known;
      const columns = {
        strict_category: verdict.strictCategory,
        declared_category: verdict.declaredCategory,
        marks: verdict.marks,
        verdict_id: idOf(verdict),
      };
      seen.set(verdict, columns);
      return columns;
    },
    take() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}

function storedVerdict(verdict: Verdict, content: string): StoredVerdict {
  const { organic, quality, short, local } = verdict;
  return {
    id: createHash("sha256").update(content).digest("hex").slice(0, 32),
    content,
    statuses: { organic: organic.status, quality: quality.status, short: short.status, local: local.status },
  };
}
