import type { CertificateFact, ClassifyContext, LineFacts, Verdict } from "../facts.ts";
import type { RuleSets } from "../law/rule-sets.ts";
import { RULE_SETS, ruleSetOn } from "../law/rule-sets.ts";
import type { AssessedMark, Case } from "./case.ts";
import { verdictOf } from "./case.ts";
import type { EgalimDecision } from "./egalim.ts";
import { assessMarks, decideEgalim, NOTHING_CLAIMED } from "./egalim.ts";
import { lineMarks } from "./line-marks.ts";
import { assessLocal } from "./local.ts";
import { QUALITY_NOT_CLAIMED, qualityVerdict } from "./quality-marks.ts";
import { assessShort } from "./short-circuit.ts";

const NOT_FOOD = verdictOf("no", "not-food");
const ORGANIC_NOT_CLAIMED = verdictOf("no", "organic-not-claimed");

const NOT_FOOD_LINE: Verdict = {
  organic: NOT_FOOD,
  quality: NOT_FOOD,
  short: NOT_FOOD,
  local: NOT_FOOD,
  egalim: NOT_FOOD,
  strictCategory: "NON_EGALIM",
  declaredCategory: "NON_EGALIM",
  also: [],
  marks: 0,
};

/**
 * The verdict of one purchase line by the rules and proofs in force on its date: pure and total.
 * The result is shared between lines and must not be changed. @law rural-L230-5-1
 */
export function classify(
  facts: LineFacts,
  context: ClassifyContext,
  ruleSets: RuleSets = RULE_SETS,
): Verdict {
  const subject = caseOf(facts, context.certificates, ruleSets);
  if (subject === null) return NOT_FOOD_LINE;
  const marks = facts.claims.length === 0 ? [] : assessMarks(subject);
  const organic = verdictFor(marks, "BIO") ?? ORGANIC_NOT_CLAIMED;
  const fairTrade = verdictFor(marks, "COMMERCE_EQUITABLE");
  const short = assessShort(subject);
  const local = assessLocal(facts, context);
  const { egalim, strictCategory, declaredCategory, also } = decideEgalim(marks);
  return {
    organic,
    quality: marks.length === 0 ? QUALITY_NOT_CLAIMED : qualityVerdict(marks),
    short,
    local,
    egalim,
    strictCategory,
    declaredCategory,
    also,
    marks: lineMarks(facts, { organic, fairTrade, short, local }),
  };
}

/** The EGalim part of `classify` alone, among proofs that need not be those on file. @law guide-cnrc-2024-01 */
export function decideCategory(facts: LineFacts, certificates: readonly CertificateFact[]): EgalimDecision {
  const subject = caseOf(facts, certificates, RULE_SETS);
  return subject === null ? NOTHING_CLAIMED : decideEgalim(assessMarks(subject));
}

/** Null: not food. */
function caseOf(facts: LineFacts, certificates: readonly CertificateFact[], ruleSets: RuleSets): Case | null {
  const { family } = facts;
  return family === null ? null : { facts, family, certificates, rules: ruleSetOn(facts.date, ruleSets) };
}

function verdictFor(
  marks: readonly AssessedMark[],
  category: AssessedMark["category"],
): AssessedMark["verdict"] | undefined {
  return marks.find((mark) => mark.category === category)?.verdict;
}
