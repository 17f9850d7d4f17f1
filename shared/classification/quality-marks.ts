import type { Category } from "../categories.ts";
import { isImpossible } from "../law/impossible-cells.ts";
import type { AssessedMark, Case, RuledVerdict } from "./case.ts";
import { isAtLeastDeclared, verdictOf } from "./case.ts";
import { assessCertified } from "./certified.ts";
import { assessHve } from "./environmental-certification.ts";
import { assessFarm } from "./farm.ts";

/** Official signs and mentions other than organic, in the order they are counted. @law rural-L640-2 */
export const QUALITY_MARKS = [
  "LABEL_ROUGE",
  "AOCAOP",
  "IGP",
  "STG",
  "HVE",
  "PECHE_DURABLE",
  "RUP",
  "COMMERCE_EQUITABLE",
  "FERMIER",
] as const satisfies readonly Category[];
export type QualityMark = (typeof QUALITY_MARKS)[number];

/** Verdict of one claimed sign or mention; `before` holds the marks already assessed on the line. */
export function assessQualityMark(
  subject: Case,
  category: QualityMark,
  before: readonly AssessedMark[],
): RuledVerdict {
  if (isImpossible(category, subject.family)) {
    return verdictOf("rejected", "mark-impossible-family", { category, family: subject.family });
  }
  if (category === "HVE") return assessHve(subject);
  if (category === "FERMIER") return assessFarm(subject, before);
  return assessCertified(subject, { category, scheme: category, rule: "mark-certified" });
}

/** The best sign or mention of the line, or why there is none. */
export function qualityVerdict(marks: readonly AssessedMark[]): RuledVerdict {
  const quality = marks.filter((mark) => (QUALITY_MARKS as readonly Category[]).includes(mark.category));
  const best =
    quality.find((mark) => mark.verdict.status === "confirmed") ??
    quality.find((mark) => isAtLeastDeclared(mark.verdict)) ??
    quality[0];
  return best?.verdict ?? QUALITY_NOT_CLAIMED;
}

/** Verdict of a line that claims no sign or mention. */
export const QUALITY_NOT_CLAIMED = verdictOf("no", "quality-not-claimed");
