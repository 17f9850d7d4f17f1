import type { Category } from "../categories.ts";
import type { CertificateFact, EvidenceFacts, FactStatus, FactVerdict, LineFacts } from "../facts.ts";
import type { Family } from "../families.ts";
import type { RuleSet } from "../law/rule-sets.ts";
import type { RuleId } from "../law/rules.ts";

/** One food line before the decision tables, with the rules of its date. */
export interface Case {
  facts: LineFacts;
  family: Family;
  certificates: readonly CertificateFact[];
  rules: RuleSet;
}

/** A verdict whose rule is known to exist. */
export interface RuledVerdict extends FactVerdict {
  rule: RuleId;
}

/** What became of one claimed category. */
export interface AssessedMark {
  category: Category;
  verdict: RuledVerdict;
}

const NO_FACTS: EvidenceFacts = Object.freeze({});

/** A verdict of `status` under `rule`; without facts the shared empty object is used. */
export function verdictOf(status: FactStatus, rule: RuleId, facts: EvidenceFacts = NO_FACTS): RuledVerdict {
  return { status, rule, facts };
}

/** Whether the fact is confirmed or declared. */
export function isAtLeastDeclared(verdict: FactVerdict): boolean {
  return verdict.status === "confirmed" || verdict.status === "declared";
}
