import type { AccessibilityState, CriterionCounts } from "../shared/accessibility.ts";

/** Written from test/accessibility/rgaa.csv. */
export const ACCESSIBILITY: { state: AccessibilityState; counts: CriterionCounts; date: string } = {
  state: "partial",
  counts: { C: 76, NC: 1, NA: 29 },
  date: "2026-11-26",
};
