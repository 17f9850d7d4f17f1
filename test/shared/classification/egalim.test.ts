import { describe, expect, test } from "vitest";
import type { Category } from "../../../shared/categories.ts";
import { CATEGORIES } from "../../../shared/categories.ts";
import { classify } from "../../../shared/classification/classify.ts";
import type { CertificateFact, ContractLot, LineFacts, Scheme } from "../../../shared/facts.ts";
import { hasMark } from "../../../shared/marks.ts";
import { certificate, context, lineFacts } from "../../support/line-facts.ts";

function verdictOf(facts: Partial<LineFacts>, certificates: CertificateFact[] = []) {
  return classify(lineFacts(facts), context({ certificates }));
}

const SEA = { family: "PRODUITS_DE_LA_MER" as const };
const LOT: ContractLot = {
  reference: "2025-07",
  externalitiesWeightBp: 2000,
  externalitiesMarkBp: 6000,
  environmentWeightBp: 3000,
  directSupplyWeightBp: 2000,
};

describe("the one category", () => {
  const ordered = CATEGORIES.filter((category) => category !== "FERMIER");

  test("is the first of the order among those confirmed, and among those declared", () => {
    const proofs = ordered.slice(0, 9).map((scheme) => certificate(scheme as Scheme));
    for (const [index, category] of ordered.entries()) {
      const claims: Category[] = ordered.slice(index).toReversed();
      const proven = verdictOf({ ...SEA, claims, contractLot: LOT }, proofs);
      expect([proven.strictCategory, proven.declaredCategory]).toEqual([category, category]);
      expect(proven.egalim).toMatchObject({
        status: "confirmed",
        rule: "egalim-counted",
        facts: { category },
      });
      expect(proven.also).toEqual(ordered.slice(index + 1));
      const bare = verdictOf({ ...SEA, claims });
      expect([bare.strictCategory, bare.declaredCategory]).toEqual(["NON_EGALIM", category]);
      expect(bare.egalim).toMatchObject({ status: "declared", rule: "egalim-declared" });
      expect(bare.also).toEqual(ordered.slice(index + 1));
    }
  });

  test("a confirmed lower mark counts while the higher one is only declared", () => {
    const verdict = verdictOf({ claims: ["BIO", "IGP"] }, [certificate("IGP")]);
    expect([verdict.strictCategory, verdict.declaredCategory]).toEqual(["IGP", "BIO"]);
    expect(verdict.also).toEqual(["IGP"]);
    expect(verdict.egalim).toMatchObject({
      status: "confirmed",
      rule: "egalim-better-declared",
      facts: { counted: "IGP", category: "BIO", reason: "certificate-missing" },
    });
  });

  test("a rejected claim gives its place to the next one", () => {
    const verdict = verdictOf({ claims: ["LABEL_ROUGE", "IGP"], family: "BOISSONS" }, [certificate("IGP")]);
    expect([verdict.strictCategory, verdict.declaredCategory, verdict.also]).toEqual(["IGP", "IGP", []]);
  });

  test("only rejected claims, or none, are outside EGalim", () => {
    const rejected = verdictOf({ claims: ["FERMIER"], family: "BOISSONS" });
    expect(rejected.egalim).toMatchObject({
      status: "rejected",
      rule: "egalim-rejected",
      facts: { reason: "mark-impossible-family" },
    });
    expect(rejected.declaredCategory).toBe("NON_EGALIM");
    expect(verdictOf({}).egalim).toMatchObject({ status: "no", rule: "egalim-none" });
  });

  test("fair trade that is organic counts in organic and keeps its mark", () => {
    const claims = ["COMMERCE_EQUITABLE", "BIO"] as const;
    const verdict = verdictOf({ claims }, [certificate("BIO"), certificate("COMMERCE_EQUITABLE")]);
    expect([verdict.strictCategory, verdict.also]).toEqual(["BIO", ["COMMERCE_EQUITABLE"]]);
    expect(hasMark(verdict.marks, "FAIR_TRADE", "strict")).toBe(true);
    const declared = verdictOf({ claims });
    expect(hasMark(declared.marks, "FAIR_TRADE", "strict")).toBe(false);
    expect(hasMark(declared.marks, "FAIR_TRADE", "declared")).toBe(true);
  });

  test("origin, local and short circuit alone are not EGalim", () => {
    const verdict = verdictOf({ origin: "FRANCE", claimedLocal: true, claimedShort: true });
    expect(verdict.declaredCategory).toBe("NON_EGALIM");
  });
});

describe("externalities", () => {
  const egalimOf = (lot: Partial<ContractLot> | null) =>
    verdictOf({ claims: ["EXTERNALITES"], contractLot: lot === null ? null : { ...LOT, ...lot } });

  test.each([
    [null, "NON_EGALIM", "EXTERNALITES"],
    [{ externalitiesWeightBp: 999 }, "NON_EGALIM", "NON_EGALIM"],
    [{ externalitiesWeightBp: 1000 }, "EXTERNALITES", "EXTERNALITES"],
    [{ externalitiesWeightBp: 3000 }, "EXTERNALITES", "EXTERNALITES"],
    [{ externalitiesWeightBp: 3001 }, "NON_EGALIM", "NON_EGALIM"],
    [{ externalitiesMarkBp: 3999 }, "NON_EGALIM", "NON_EGALIM"],
    [{ externalitiesMarkBp: 4000 }, "EXTERNALITES", "EXTERNALITES"],
    [{ externalitiesMarkBp: null }, "NON_EGALIM", "EXTERNALITES"],
  ])("lot %o: strict %s, declared %s", (lot, strict, declared) => {
    const verdict = egalimOf(lot);
    expect([verdict.strictCategory, verdict.declaredCategory]).toEqual([strict, declared]);
  });

  test("it is not a quality mark", () => {
    expect(egalimOf({}).quality.status).toBe("no");
  });
});

describe("performance", () => {
  test.each([
    [3000, 1999, "NON_EGALIM"],
    [3000, 2000, "PERFORMANCE"],
    [4000, 4000, "PERFORMANCE"],
    [6000, 0, "NON_EGALIM"],
    [0, 6000, "NON_EGALIM"],
  ])("weights %i + %i bp: %s", (environmentWeightBp, directSupplyWeightBp, category) => {
    const contractLot = { ...LOT, environmentWeightBp, directSupplyWeightBp };
    const verdict = verdictOf({ claims: ["PERFORMANCE"], contractLot });
    expect([verdict.strictCategory, verdict.declaredCategory]).toEqual([category, category]);
  });

  test("without a lot it is only declared", () => {
    const verdict = verdictOf({ claims: ["PERFORMANCE"] });
    expect([verdict.strictCategory, verdict.declaredCategory]).toEqual(["NON_EGALIM", "PERFORMANCE"]);
  });
});
