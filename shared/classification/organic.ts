import type { OrganicStage } from "../facts.ts";
import type { Case, RuledVerdict } from "./case.ts";
import { verdictOf } from "./case.ts";
import { assessCertified, unproven } from "./certified.ts";
import { findProof, proofFacts } from "./proof.ts";

/** The organic claim: certified, or in its second or third year of conversion. @law reglement-2018-848 */
export function assessOrganic(subject: Case): RuledVerdict {
  const stage = subject.facts.organicStage ?? "AB";
  switch (stage) {
    case "AB":
      return assessCertified(subject, { category: "BIO", scheme: "BIO", rule: "organic-certified" });
    case "C1":
      return verdictOf("rejected", "organic-first-year", { stage });
    case "C2":
    case "C3":
      return assessConversion(subject, stage);
  }
}

function assessConversion(subject: Case, stage: OrganicStage): RuledVerdict {
  const { plant, composition } = subject.facts;
  if (plant === false) return verdictOf("rejected", "organic-conversion-not-plant", { stage });
  if (composition === "PROCESSED") return verdictOf("rejected", "organic-conversion-processed", { stage });
  const proof = findProof(subject, "BIO");
  if (proof?.standing !== "in-force") return unproven(subject, "BIO", proof);
  if (plant === null) return verdictOf("declared", "organic-conversion-plant-unknown", { stage });
  if (composition === null) return verdictOf("declared", "composition-unknown", { category: "BIO" });
  return verdictOf("confirmed", "organic-conversion", { stage, category: "BIO", ...proofFacts(proof) });
}
