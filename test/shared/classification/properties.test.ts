import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LINE_CATEGORIES } from "../../../shared/categories.ts";
import { classify } from "../../../shared/classification/classify.ts";
import { explain } from "../../../shared/classification/explain.ts";
import type { FactVerdict, Verdict } from "../../../shared/facts.ts";
import { FACT_STATUSES } from "../../../shared/facts.ts";
import { RULES } from "../../../shared/law/rules.ts";
import { LOCALES } from "../../../shared/locales.ts";
import { hasMark, MARKS, markBit } from "../../../shared/marks.ts";
import { anyContext, anyLineFacts } from "../../support/any-line.ts";

const RUNS = { numRuns: 3000 };

function facts(verdict: Verdict): FactVerdict[] {
  return [verdict.organic, verdict.quality, verdict.short, verdict.local, verdict.egalim];
}

function atLeastDeclared(verdict: FactVerdict): boolean {
  return verdict.status === "confirmed" || verdict.status === "declared";
}

describe("classify", () => {
  test("is total: a known status, rule and two whole sentences for each fact of any line", () => {
    fc.assert(
      fc.property(anyLineFacts, anyContext, (line, around) => {
        for (const fact of facts(classify(line, around))) {
          expect(FACT_STATUSES).toContain(fact.status);
          expect(RULES).toHaveProperty(fact.rule);
          for (const locale of LOCALES) {
            expect(explain(fact, locale)).not.toMatch(/undefined|null|NaN|«\s*»|“”|\(\)| {2}/);
          }
        }
      }),
      RUNS,
    );
  });

  test("is pure: the same line gives the same verdict, whatever the order of proofs, claims and places", () => {
    fc.assert(
      fc.property(anyLineFacts, anyContext, (line, around) => {
        const before = structuredClone({ line, around });
        const verdict = classify(line, around);
        expect({ line, around }).toEqual(before);
        const shuffled = { ...around, certificates: around.certificates.toReversed() };
        const again = classify({ ...line, claims: line.claims.toReversed() }, shuffled);
        expect(again).toEqual(verdict);
      }),
      RUNS,
    );
  });

  test("what is strict is also declared, and never counted lower there", () => {
    fc.assert(
      fc.property(anyLineFacts, anyContext, (line, around) => {
        const verdict = classify(line, around);
        const strict = LINE_CATEGORIES.indexOf(verdict.strictCategory);
        expect(LINE_CATEGORIES.indexOf(verdict.declaredCategory)).toBeLessThanOrEqual(strict);
        for (const mark of MARKS) {
          if (hasMark(verdict.marks, mark, "strict"))
            expect(hasMark(verdict.marks, mark, "declared")).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test("the marks say what the four facts say, and France excludes Europe", () => {
    fc.assert(
      fc.property(anyLineFacts, anyContext, (line, around) => {
        const verdict = classify(line, around);
        const pairs = [
          ["ORGANIC", verdict.organic],
          ["SHORT", verdict.short],
          ["LOCAL", verdict.local],
        ] as const;
        for (const [mark, fact] of pairs) {
          expect(hasMark(verdict.marks, mark, "strict")).toBe(fact.status === "confirmed");
          expect(hasMark(verdict.marks, mark, "declared")).toBe(atLeastDeclared(fact));
        }
        expect(verdict.strictCategory === "BIO").toBe(verdict.organic.status === "confirmed");
        expect(verdict.declaredCategory === "BIO").toBe(atLeastDeclared(verdict.organic));
        const both = markBit("FRANCE", "declared") | markBit("EUROPE", "declared");
        expect(verdict.marks & both).not.toBe(both);
      }),
      RUNS,
    );
  });

  test("only claimed categories count, and the EGalim status follows the categories", () => {
    fc.assert(
      fc.property(anyLineFacts, anyContext, (line, around) => {
        const { strictCategory, declaredCategory, also, egalim } = classify(line, around);
        for (const category of [strictCategory, declaredCategory, ...also]) {
          if (category !== "NON_EGALIM") expect(line.claims).toContain(category);
        }
        expect(also).not.toContain(declaredCategory);
        expect(egalim.status === "confirmed").toBe(strictCategory !== "NON_EGALIM");
        expect(atLeastDeclared(egalim)).toBe(declaredCategory !== "NON_EGALIM");
      }),
      RUNS,
    );
  });

  test("one more proof never makes a line count less, level 2 apart", () => {
    fc.assert(
      fc.property(anyLineFacts, anyContext, (line, around) => {
        const bare = classify(line, { ...around, certificates: [] });
        const certificates = around.certificates.filter(({ scheme }) => scheme !== "CE2");
        const proven = classify(line, { ...around, certificates });
        expect(proven.declaredCategory).toBe(bare.declaredCategory);
        expect(LINE_CATEGORIES.indexOf(proven.strictCategory)).toBeLessThanOrEqual(
          LINE_CATEGORIES.indexOf(bare.strictCategory),
        );
      }),
      RUNS,
    );
  });
});
