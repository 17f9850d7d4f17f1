import type { Category } from "../categories.ts";
import type { FarmKind } from "../facts.ts";
import type { Family } from "../families.ts";
import type { AssessedMark, Case, RuledVerdict } from "./case.ts";
import { isAtLeastDeclared, verdictOf } from "./case.ts";
import { assessCertified } from "./certified.ts";

const MEAT: readonly Family[] = ["VIANDES_VOLAILLES", "CHARCUTERIE"];
const DAIRY: readonly Family[] = ["PRODUITS_LAITIERS"];

/** Where each kind is bought, and the marks of which one must come with « fermier »; empty: none needed. */
const FARM_KIND_RULES: Record<FarmKind, { families: readonly Family[]; oneOf: readonly Category[] }> = {
  CHEESE: { families: DAIRY, oneOf: [] },
  EGGS: { families: DAIRY, oneOf: [] },
  POULTRY: { families: MEAT, oneOf: ["AOCAOP", "LABEL_ROUGE", "BIO"] },
  BEEF: { families: MEAT, oneOf: ["LABEL_ROUGE"] },
  PORK: { families: MEAT, oneOf: ["LABEL_ROUGE"] },
};

/** The « fermier » claim, as sure as the mark it needs beside. @law rural-R230-30-3 */
export function assessFarm(subject: Case, before: readonly AssessedMark[]): RuledVerdict {
  const { farmKind } = subject.facts;
  if (farmKind === null) return verdictOf("declared", "farm-kind-unknown");
  const { families, oneOf } = FARM_KIND_RULES[farmKind];
  if (!families.includes(subject.family)) {
    return verdictOf("rejected", "farm-kind-mismatch", { farmKind, family: subject.family });
  }
  const beside = before.filter((mark) => oneOf.includes(mark.category) && isAtLeastDeclared(mark.verdict));
  if (oneOf.length > 0 && beside.length === 0) {
    return verdictOf("rejected", "farm-other-mark-missing", { farmKind, needed: oneOf });
  }
  const own = assessCertified(subject, { category: "FERMIER", scheme: "FERMIER", rule: "farm-certified" });
  const sure = oneOf.length === 0 || beside.some((mark) => mark.verdict.status === "confirmed");
  if (own.status !== "confirmed" || sure) return own;
  return verdictOf("declared", "farm-other-mark-declared", { farmKind, needed: oneOf });
}
