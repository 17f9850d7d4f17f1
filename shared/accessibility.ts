import type { Translated } from "./locales.ts";

/** C: conforming, NC: not conforming, NA: not applicable. */
export const CRITERION_RESULTS = ["C", "NC", "NA"] as const;
export type CriterionResult = (typeof CRITERION_RESULTS)[number];

/** Criteria of the RGAA 4.1. @law rgaa-4-1 */
export const CRITERIA = 106;

export const ACCESSIBILITY_STATES = ["total", "partial", "none"] as const;
export type AccessibilityState = (typeof ACCESSIBILITY_STATES)[number];

export const ACCESSIBILITY_STATE_LABELS: Readonly<Record<AccessibilityState, Translated>> = {
  total: { fr: "totalement conforme", en: "fully conforming" },
  partial: { fr: "partiellement conforme", en: "partially conforming" },
  none: { fr: "non conforme", en: "not conforming" },
};

export type CriterionCounts = Readonly<Record<CriterionResult, number>>;

/** Share of the applicable criteria below which a site is « non conforme ». @law rgaa-4-1 */
const LEAST_PERCENT = 50;

/** What a site may say of itself. @law rgaa-4-1 */
export function accessibilityState({ C, NC }: CriterionCounts): AccessibilityState {
  if (NC === 0 && C > 0) return "total";
  return C * 100 >= LEAST_PERCENT * (C + NC) && C > 0 ? "partial" : "none";
}
