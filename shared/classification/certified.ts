import type { Category } from "../categories.ts";
import type { Scheme } from "../facts.ts";
import type { RuleId } from "../law/rules.ts";
import type { Case, RuledVerdict } from "./case.ts";
import { verdictOf } from "./case.ts";
import type { Proof } from "./proof.ts";
import { findProof, missingProofRule, proofFacts } from "./proof.ts";

/** Verdict of a claim that needs a certificate in force and, when processed, enough of the category. */
export function assessCertified(
  subject: Case,
  claim: { category: Category; scheme: Scheme; rule: RuleId },
): RuledVerdict {
  const { category } = claim;
  const composition = assessComposition(subject, category);
  if (composition?.status === "rejected") return composition;
  const proof = findProof(subject, claim.scheme);
  if (proof?.standing !== "in-force") return unproven(subject, category, proof);
  return composition ?? verdictOf("confirmed", claim.rule, { category, ...proofFacts(proof) });
}

/** Declared only: why the proof on file, if any, does not do. */
export function unproven(subject: Case, category: Category, proof: Proof | null): RuledVerdict {
  const rule = missingProofRule(proof);
  if (proof === null) return verdictOf("declared", rule, { category, supplier: subject.facts.supplierName });
  return verdictOf("declared", rule, { category, family: subject.family, ...proofFacts(proof) });
}

/**
 * What the composition forbids or leaves open; null: nothing to say. A raw product or a single
 * ingredient is wholly of its category. @law guide-cnrc-2024-01
 */
export function assessComposition({ facts, rules }: Case, category: Category): RuledVerdict | null {
  const { composition, certifiedShareBp } = facts;
  if (composition === null) return verdictOf("declared", "composition-unknown", { category });
  if (composition !== "PROCESSED") return null;
  const minBp = rules.processedMinShareBp;
  if (certifiedShareBp === null) return verdictOf("declared", "share-unknown", { category, minBp });
  if (certifiedShareBp >= minBp) return null;
  return verdictOf("rejected", "share-too-low", { category, minBp, shareBp: certifiedShareBp });
}
