import type { ClassifyContext, LineFacts, Verdict } from "../facts.ts";
import { ruleSetOn } from "../law/rule-sets.ts";
import type { AssessedMark, Case } from "./case.ts";
import { verdictOf } from "./case.ts";
import { assessMarks, decideEgalim } from "./egalim.ts";
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
export function classify(facts: LineFacts, context: ClassifyContext): Verdict {
  if (facts.family === null) return NOT_FOOD_LINE;
  const subject: Case = {
    facts,
    family: facts.family,
    certificates: context.certificates,
    rules: ruleSetOn(facts.date),
  };
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

function verdictFor(
  marks: readonly AssessedMark[],
  category: AssessedMark["category"],
): AssessedMark["verdict"] | undefined {
  return marks.find((mark) => mark.category === category)?.verdict;
}
