import type { Category, LineCategory } from "../categories.ts";
import { CATEGORIES } from "../categories.ts";
import type { FactVerdict } from "../facts.ts";
import type { AssessedMark, Case, RuledVerdict } from "./case.ts";
import { isAtLeastDeclared, verdictOf } from "./case.ts";
import { assessExternalities, assessPerformance } from "./contract-lot.ts";
import { assessOrganic } from "./organic.ts";
import { assessQualityMark } from "./quality-marks.ts";

/** The one category a line counts under, for each certainty, and why. */
export interface EgalimDecision {
  egalim: FactVerdict;
  strictCategory: LineCategory;
  declaredCategory: LineCategory;
  also: readonly Category[];
}

/** Every claimed category with its verdict, in the order of counting. @law guide-cnrc-2024-01 */
export function assessMarks(subject: Case): AssessedMark[] {
  const marks: AssessedMark[] = [];
  for (const category of CATEGORIES) {
    if (!subject.facts.claims.includes(category)) continue;
    marks.push({ category, verdict: assess(subject, category, marks) });
  }
  return marks;
}

/** The first confirmed mark, and the first at least declared one, of marks in the order of counting. */
export function decideEgalim(marks: readonly AssessedMark[]): EgalimDecision {
  if (marks.length === 0) return NOTHING_CLAIMED;
  const strict = marks.find((mark) => mark.verdict.status === "confirmed");
  const declared = marks.find((mark) => isAtLeastDeclared(mark.verdict));
  return {
    egalim: egalimVerdict(marks, strict, declared),
    strictCategory: strict?.category ?? "NON_EGALIM",
    declaredCategory: declared?.category ?? "NON_EGALIM",
    also: marks
      .filter((mark) => mark !== declared && isAtLeastDeclared(mark.verdict))
      .map((mark) => mark.category),
  };
}

/** Decision of a line that claims no category. */
export const NOTHING_CLAIMED: EgalimDecision = {
  egalim: verdictOf("no", "egalim-none"),
  strictCategory: "NON_EGALIM",
  declaredCategory: "NON_EGALIM",
  also: [],
};

function assess(subject: Case, category: Category, before: readonly AssessedMark[]): RuledVerdict {
  switch (category) {
    case "BIO":
      return assessOrganic(subject);
    case "EXTERNALITES":
      return assessExternalities(subject);
    case "PERFORMANCE":
      return assessPerformance(subject);
    default:
      return assessQualityMark(subject, category, before);
  }
}

function egalimVerdict(
  marks: readonly AssessedMark[],
  strict: AssessedMark | undefined,
  declared: AssessedMark | undefined,
): RuledVerdict {
  if (declared === undefined) {
    const [first] = marks;
    return first === undefined
      ? verdictOf("no", "egalim-none")
      : because("rejected", "egalim-rejected", first);
  }
  if (strict === undefined) return because("declared", "egalim-declared", declared);
  if (strict === declared) return because("confirmed", "egalim-counted", strict);
  const verdict = because("confirmed", "egalim-better-declared", declared);
  return { ...verdict, facts: { ...verdict.facts, counted: strict.category } };
}

/** The line's verdict keeps the facts of the mark that decides it, and that mark's rule as `reason`. */
function because(
  status: RuledVerdict["status"],
  rule: RuledVerdict["rule"],
  mark: AssessedMark,
): RuledVerdict {
  return verdictOf(status, rule, {
    ...mark.verdict.facts,
    category: mark.category,
    reason: mark.verdict.rule,
  });
}
