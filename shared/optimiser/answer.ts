import type { RuleKey } from "./problem.ts";

/** What giving way on one rule, the others held, comes to. */
export interface Concession {
  rule: RuleKey;
  /**
   * Least by which it must be broken: cents still to count (targets), changes or suppliers too many, cents too many
   * or missing, grams too many. Null: giving way on it alone is not enough, or the time was up.
   */
  by: number | null;
  /** The switches of that answer. */
  choice: readonly string[];
}

/** What came of looking for the cheapest path. */
export type PathAnswer =
  /** No choice that holds every rule costs less: `boundCents` is what taking switches in part would cost. */
  | { status: "optimal"; choice: readonly string[]; boundCents: number; ms: number }
  /** No choice holds every rule. `together`: rules that cannot hold together, of which none can be left out. */
  | { status: "impossible"; together: readonly RuleKey[]; concessions: readonly Concession[]; ms: number }
  /** The time was up before anything was found. */
  | { status: "late"; choice: null; gapCents: null; ms: number }
  /** The time was up: the best choice found; proven: no choice costs less by more than the gap. HT cents. */
  | { status: "late"; choice: readonly string[]; gapCents: number; ms: number };
