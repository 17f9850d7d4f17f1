import { describe, expect, test } from "vitest";
import { classify } from "../../../shared/classification/classify.ts";
import type { LineFacts } from "../../../shared/facts.ts";
import { CERTAINTIES, hasMark, MARKS } from "../../../shared/marks.ts";
import { certificate, context, lineFacts, place } from "../../support/line-facts.ts";

function marksOf(facts: Partial<LineFacts>): string[] {
  const { marks } = classify(lineFacts(facts), context({ certificates: [certificate("BIO")] }));
  return MARKS.flatMap((mark) =>
    CERTAINTIES.filter((certainty) => hasMark(marks, mark, certainty)).map(
      (certainty) => `${mark} ${certainty}`,
    ),
  );
}

const NAMED = { producerName: "Ferme des Hauts" };

describe("a line that is not food", () => {
  test("is out of everything, whatever is claimed", () => {
    const verdict = classify(
      lineFacts({
        family: null,
        claims: ["BIO"],
        origin: "FRANCE",
        intermediaries: 0,
        supplierIsProducer: true,
      }),
      context({ certificates: [certificate("BIO")] }),
    );
    for (const fact of [verdict.organic, verdict.quality, verdict.short, verdict.local, verdict.egalim]) {
      expect(fact).toMatchObject({ status: "no", rule: "not-food" });
    }
    expect(verdict).toMatchObject({
      strictCategory: "NON_EGALIM",
      declaredCategory: "NON_EGALIM",
      marks: 0,
      also: [],
    });
  });
});

describe("the bit set of a line", () => {
  test.each<[Partial<LineFacts>, string[]]>([
    [{}, []],
    [{ origin: "FRANCE" }, ["FRANCE declared"]],
    [{ origin: "EUROPE", ...NAMED }, ["EUROPE declared"]],
    [{ claims: ["BIO"] }, ["ORGANIC strict", "ORGANIC declared"]],
    [{ claimedShort: true, claimedLocal: true }, ["SHORT declared", "LOCAL declared"]],
    [{ claimedShort: false, claimedLocal: false }, []],
    [{ ...NAMED, intermediaries: 1 }, ["SHORT strict", "SHORT declared"]],
    [{ ...NAMED, intermediaries: 2, claimedShort: true }, []],
    [
      { ...NAMED, origins: [place()] },
      ["LOCAL strict", "LOCAL declared", "FRANCE strict", "FRANCE declared"],
    ],
    [{ origins: [place()] }, ["LOCAL declared", "FRANCE declared"]],
    [
      { ...NAMED, origin: "EUROPE", origins: [place()] },
      ["LOCAL strict", "LOCAL declared", "FRANCE strict", "FRANCE declared"],
    ],
  ])("%o: %o", (facts, expected) => {
    expect(marksOf(facts)).toEqual(expected);
  });
});
