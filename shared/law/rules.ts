import type { LawId } from "./sources.ts";

/** Every rule a verdict may cite, with the texts behind it; empty: the organisation's own rule or a missing fact. */
export const RULES = {
  "not-food": ["rural-R230-30-1"],

  "organic-not-claimed": [],
  "organic-certified": ["rural-L230-5-1", "reglement-2018-848"],
  "organic-conversion": ["rural-L230-5-1", "reglement-2018-848"],
  "organic-first-year": ["reglement-2018-848"],
  "organic-conversion-not-plant": ["reglement-2018-848"],
  "organic-conversion-processed": ["reglement-2018-848"],
  "organic-conversion-plant-unknown": ["reglement-2018-848"],

  "quality-not-claimed": [],
  "mark-certified": ["rural-L230-5-1", "rural-L640-2"],
  "mark-impossible-family": ["guide-cnrc-2024-01"],
  "hve-ce2-certified": ["rural-L230-5-1"],
  "hve-ce2-ended": ["rural-L230-5-1"],
  "farm-certified": ["rural-R230-30-3"],
  "farm-kind-unknown": ["rural-R230-30-3"],
  "farm-kind-mismatch": ["rural-R230-30-3"],
  "farm-other-mark-missing": ["rural-R230-30-3"],
  "farm-other-mark-declared": ["rural-R230-30-3"],

  "certificate-missing": ["guide-cnrc-2024-01"],
  "certificate-expired": ["guide-cnrc-2024-01"],
  "certificate-not-yet-valid": ["guide-cnrc-2024-01"],
  "certificate-other-family": ["guide-cnrc-2024-01"],
  "certificate-other-article": ["guide-cnrc-2024-01"],
  "composition-unknown": ["guide-cnrc-2024-01"],
  "share-unknown": ["guide-cnrc-2024-01"],
  "share-too-low": ["guide-cnrc-2024-01"],

  "externalities-met": ["rural-R230-30-2"],
  "externalities-lot-missing": ["rural-R230-30-2"],
  "externalities-weight": ["rural-R230-30-2"],
  "externalities-mark-missing": ["rural-R230-30-2"],
  "externalities-mark-too-low": ["rural-R230-30-2"],
  "performance-met": ["rural-L230-5-1", "guide-cnrc-2024-01"],
  "performance-lot-missing": ["rural-L230-5-1"],
  "performance-criterion-missing": ["rural-L230-5-1"],
  "performance-weight-too-low": ["rural-L230-5-1", "guide-cnrc-2024-01"],

  "egalim-none": ["rural-L230-5-1"],
  "egalim-counted": ["rural-L230-5-1"],
  "egalim-better-declared": ["rural-L230-5-1"],
  "egalim-declared": ["rural-L230-5-1"],
  "egalim-rejected": ["rural-L230-5-1"],

  "short-direct": ["ministere-circuit-court"],
  "short-one": ["ministere-circuit-court"],
  "short-producer-unnamed": ["ministere-circuit-court"],
  "short-too-many": ["ministere-circuit-court"],
  "short-claimed": ["ministere-circuit-court"],
  "short-denied": ["ministere-circuit-court"],
  "short-unknown": ["ministere-circuit-court"],

  "local-no-definition": [],
  "local-inside": [],
  "local-inside-unnamed": [],
  "local-outside": [],
  "local-km-inside": [],
  "local-km-inside-unnamed": [],
  "local-km-outside": [],
  "local-km-uncertain": [],
  "local-km-no-position": [],
  "local-claimed": [],
  "local-denied": [],
  "local-unknown": [],
} as const satisfies Record<string, readonly LawId[]>;

export type RuleId = keyof typeof RULES;
export const RULE_IDS = Object.keys(RULES) as RuleId[];
