import { describe, expect, test } from "vitest";
import { classify } from "../../../shared/classification/classify.ts";
import type { QualityMark } from "../../../shared/classification/quality-marks.ts";
import { QUALITY_MARKS } from "../../../shared/classification/quality-marks.ts";
import type { CertificateFact, LineFacts } from "../../../shared/facts.ts";
import type { Family } from "../../../shared/families.ts";
import { FAMILIES } from "../../../shared/families.ts";
import { certificate, context, lineFacts } from "../../support/line-facts.ts";

function verdictOf(facts: Partial<LineFacts>, certificates: CertificateFact[] = []) {
  return classify(lineFacts(facts), context({ certificates }));
}

const PLAIN = QUALITY_MARKS.filter((mark) => mark !== "FERMIER" && mark !== "PECHE_DURABLE");

describe("a sign or mention", () => {
  test.each(PLAIN)("%s is confirmed by its certificate, declared without, rejected under 95 %%", (mark) => {
    const proof = [certificate(mark)];
    expect(verdictOf({ claims: [mark] }, proof).quality).toMatchObject({
      status: "confirmed",
      rule: "mark-certified",
    });
    expect(verdictOf({ claims: [mark] }, proof).strictCategory).toBe(mark);
    expect(verdictOf({ claims: [mark] }).quality).toMatchObject({
      status: "declared",
      rule: "certificate-missing",
    });
    const composite = { claims: [mark], composition: "PROCESSED" as const };
    expect(verdictOf({ ...composite, certifiedShareBp: 9499 }, proof).quality.status).toBe("rejected");
    expect(verdictOf({ ...composite, certifiedShareBp: 9500 }, proof).quality.status).toBe("confirmed");
  });

  test("the best one is shown: confirmed before declared before rejected", () => {
    const claims = ["LABEL_ROUGE", "AOCAOP", "IGP"] as const;
    expect(verdictOf({ claims }, [certificate("IGP")]).quality).toMatchObject({ facts: { category: "IGP" } });
    expect(verdictOf({ claims }).quality).toMatchObject({ facts: { category: "LABEL_ROUGE" } });
    const drink = verdictOf({ claims, family: "BOISSONS" });
    expect(drink.quality).toMatchObject({ status: "declared", facts: { category: "AOCAOP" } });
    expect(verdictOf({ claims: [] }).quality).toMatchObject({ status: "no", rule: "quality-not-claimed" });
  });

  test.each<[QualityMark, Family[]]>([
    ["LABEL_ROUGE", ["BOISSONS"]],
    ["PECHE_DURABLE", FAMILIES.filter((family) => family !== "PRODUITS_DE_LA_MER")],
    ["FERMIER", ["PRODUITS_DE_LA_MER", "FRUITS_ET_LEGUMES", "BOULANGERIE", "BOISSONS", "AUTRES"]],
  ])("%s cannot exist in %o", (mark, families) => {
    for (const family of FAMILIES) {
      const { quality } = verdictOf({ claims: [mark], family }, [certificate(mark)]);
      expect(quality.rule === "mark-impossible-family", family).toBe(families.includes(family));
      expect(quality.status === "rejected", family).toBe(families.includes(family));
    }
  });
});

describe("HVE and level 2", () => {
  const level2 = [certificate("CE2", { validTo: null })];

  test.each([
    ["2026-12-31", "confirmed", "hve-ce2-certified", "HVE"],
    ["2027-01-01", "rejected", "hve-ce2-ended", "NON_EGALIM"],
  ])("level 2 on %s is %s", (date, status, rule, category) => {
    const verdict = verdictOf({ claims: ["HVE"], date }, level2);
    expect(verdict.quality).toMatchObject({ status, rule });
    expect([verdict.strictCategory, verdict.declaredCategory]).toEqual([category, category]);
  });

  test("level 3 counts on both days and wins over level 2", () => {
    const both = [...level2, certificate("HVE", { validTo: null })];
    for (const date of ["2026-12-31", "2027-01-01"]) {
      expect(verdictOf({ claims: ["HVE"], date }, both).quality.rule).toBe("mark-certified");
    }
  });

  test("an expired level 3 beside level 2 is explained as expired once level 2 has ended", () => {
    const both = [...level2, certificate("HVE")];
    expect(verdictOf({ claims: ["HVE"], date: "2027-01-01" }, both).quality).toMatchObject({
      status: "declared",
      rule: "certificate-expired",
    });
  });

  test("an expired level 2 is explained as such while level 2 counts, and is no proof at all after", () => {
    const expired = [certificate("CE2", { validTo: "2025-01-31" })];
    expect(verdictOf({ claims: ["HVE"] }, expired).quality.rule).toBe("certificate-expired");
    expect(verdictOf({ claims: ["HVE"], date: "2027-05-01" }, expired).quality.rule).toBe(
      "certificate-missing",
    );
  });
});

describe("fermier", () => {
  const own = certificate("FERMIER");

  test.each(["CHEESE", "EGGS"] as const)("%s stands alone", (farmKind) => {
    const facts = { claims: ["FERMIER"] as const, family: "PRODUITS_LAITIERS" as const, farmKind };
    expect(verdictOf(facts, [own]).strictCategory).toBe("FERMIER");
    expect(verdictOf(facts).quality).toMatchObject({ status: "declared", rule: "certificate-missing" });
  });

  test.each([
    ["POULTRY", "AOCAOP", true],
    ["POULTRY", "LABEL_ROUGE", true],
    ["POULTRY", "BIO", true],
    ["POULTRY", "IGP", false],
    ["BEEF", "LABEL_ROUGE", true],
    ["BEEF", "BIO", false],
    ["BEEF", "AOCAOP", false],
    ["PORK", "LABEL_ROUGE", true],
    ["PORK", "BIO", false],
  ] as const)("%s with %s: %s", (farmKind, mark, counts) => {
    const facts = { claims: [mark, "FERMIER"] as const, family: "VIANDES_VOLAILLES" as const, farmKind };
    const also = (certificates: CertificateFact[]) => verdictOf(facts, certificates).also.includes("FERMIER");
    expect(also([own, certificate(mark)])).toBe(counts);
    expect(also([])).toBe(counts);
  });

  test("the other mark must be proven for « fermier » to be confirmed", () => {
    const facts = {
      claims: ["LABEL_ROUGE", "FERMIER"] as const,
      family: "VIANDES_VOLAILLES" as const,
      farmKind: "BEEF" as const,
    };
    const verdict = verdictOf(facts, [own]);
    expect([verdict.strictCategory, verdict.declaredCategory]).toEqual(["NON_EGALIM", "LABEL_ROUGE"]);
    expect(verdict.also).toEqual(["FERMIER"]);
  });

  test("without its kind it is only declared, with a kind of another family it is rejected", () => {
    const facts = { claims: ["FERMIER"] as const, family: "CHARCUTERIE" as const };
    expect(verdictOf(facts, [own]).quality).toMatchObject({ status: "declared", rule: "farm-kind-unknown" });
    expect(verdictOf({ ...facts, farmKind: "CHEESE" }, [own]).quality).toMatchObject({
      status: "rejected",
      rule: "farm-kind-mismatch",
    });
    expect(verdictOf({ ...facts, farmKind: "PORK" }, [own]).quality).toMatchObject({
      status: "rejected",
      rule: "farm-other-mark-missing",
    });
  });
});
