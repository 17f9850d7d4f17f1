import type { Case, RuledVerdict } from "./case.ts";
import { verdictOf } from "./case.ts";
import { assessComposition, unproven } from "./certified.ts";
import { findProof, proofFacts } from "./proof.ts";

/**
 * The HVE claim: proven by level 3, or by level 2 (« CE2 ») as long as the law counts it. When level 2
 * is all there is and no longer counts, the rule says no. @law rural-L230-5-1
 */
export function assessHve(subject: Case): RuledVerdict {
  const category = "HVE";
  const composition = assessComposition(subject, category);
  if (composition?.status === "rejected") return composition;
  const hve = findProof(subject, "HVE");
  if (hve?.standing === "in-force") {
    return composition ?? verdictOf("confirmed", "mark-certified", { category, ...proofFacts(hve) });
  }
  const ce2 = findProof(subject, "CE2");
  const lastDay = subject.rules.ce2LastDay;
  const ce2Counts = subject.facts.date <= lastDay;
  if (ce2?.standing === "in-force") {
    if (ce2Counts) {
      return (
        composition ?? verdictOf("confirmed", "hve-ce2-certified", { category, lastDay, ...proofFacts(ce2) })
      );
    }
    if (hve === null)
      return verdictOf("rejected", "hve-ce2-ended", { category, lastDay, ...proofFacts(ce2) });
  }
  return unproven(subject, category, hve ?? (ce2Counts ? ce2 : null));
}
