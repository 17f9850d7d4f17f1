import { describe, expect, test } from "vitest";
import { classify } from "../../../shared/classification/classify.ts";
import type { CertificateFact, LineFacts } from "../../../shared/facts.ts";
import { hasMark } from "../../../shared/marks.ts";
import { certificate, context, lineFacts } from "../../support/line-facts.ts";

function organicOf(facts: Partial<LineFacts>, certificates: CertificateFact[] = [certificate("BIO")]) {
  return classify(lineFacts({ claims: ["BIO"], ...facts }), context({ certificates })).organic;
}

describe("organic", () => {
  test("a claim with a certificate in force is confirmed, with the certificate as evidence", () => {
    const verdict = classify(
      lineFacts({ claims: ["BIO"] }),
      context({ certificates: [certificate("BIO", { number: "FR-BIO-01/62" })] }),
    );
    expect(verdict.organic).toEqual({
      status: "confirmed",
      rule: "organic-certified",
      facts: {
        category: "BIO",
        certificate: "FR-BIO-01/62",
        holder: "Ferme des Hauts",
        validFrom: "2025-01-01",
        validTo: "2025-12-31",
      },
    });
    expect([verdict.strictCategory, verdict.declaredCategory]).toEqual(["BIO", "BIO"]);
    expect(hasMark(verdict.marks, "ORGANIC", "strict")).toBe(true);
  });

  test("without a claim a certificate proves nothing", () => {
    expect(organicOf({ claims: [] })).toMatchObject({ status: "no", rule: "organic-not-claimed" });
  });

  test("without a certificate the claim is only declared", () => {
    const verdict = classify(lineFacts({ claims: ["BIO"] }), context());
    expect(verdict.organic).toMatchObject({ status: "declared", rule: "certificate-missing" });
    expect([verdict.strictCategory, verdict.declaredCategory]).toEqual(["NON_EGALIM", "BIO"]);
    expect(hasMark(verdict.marks, "ORGANIC", "strict")).toBe(false);
    expect(hasMark(verdict.marks, "ORGANIC", "declared")).toBe(true);
  });

  test.each([
    ["2024-12-31", "declared", "certificate-not-yet-valid"],
    ["2025-01-01", "confirmed", "organic-certified"],
    ["2025-12-31", "confirmed", "organic-certified"],
    ["2026-01-01", "declared", "certificate-expired"],
  ])("a certificate of 2025 on %s: %s, %s", (date, status, rule) => {
    expect(organicOf({ date })).toMatchObject({ status, rule });
  });

  test("an open-ended certificate stays in force", () => {
    expect(organicOf({ date: "2099-01-01" }, [certificate("BIO", { validTo: null })]).status).toBe(
      "confirmed",
    );
  });

  test("the family must be in the certificate's scope", () => {
    const dairy = certificate("BIO", { families: ["PRODUITS_LAITIERS"] });
    expect(organicOf({}, [dairy])).toMatchObject({ status: "declared", rule: "certificate-other-family" });
    expect(organicOf({ family: "PRODUITS_LAITIERS" }, [dairy]).status).toBe("confirmed");
  });

  test("is only declared when the certificate names other articles, or the line's is not known", () => {
    const named = certificate("BIO", { offerIds: ["carrots"] });
    expect(organicOf({ offerId: "carrots" }, [named])).toMatchObject({ status: "confirmed" });
    for (const offerId of ["leeks", null])
      expect(organicOf({ offerId }, [named])).toMatchObject({
        status: "declared",
        rule: "certificate-other-article",
      });
  });

  test("the supplier's certificate does as well, the producer's is shown first, whatever the order", () => {
    const supplier = certificate("BIO", {
      id: "s",
      holder: "supplier",
      holderName: "Bio Nord",
      validTo: null,
    });
    expect(organicOf({}, [supplier])).toMatchObject({ status: "confirmed", facts: { holder: "Bio Nord" } });
    const both = [certificate("BIO"), supplier];
    expect(organicOf({}, both)).toEqual(organicOf({}, both.toReversed()));
    expect(organicOf({}, both).facts).toMatchObject({ holder: "Ferme des Hauts" });
  });

  test("another scheme's certificate proves nothing", () => {
    expect(organicOf({}, [certificate("LABEL_ROUGE")]).rule).toBe("certificate-missing");
  });

  test.each([
    [9499, "rejected", "share-too-low"],
    [9500, "confirmed", "organic-certified"],
    [10_000, "confirmed", "organic-certified"],
    [null, "declared", "share-unknown"],
  ])("a composite product with %s bp of organic ingredients: %s", (certifiedShareBp, status, rule) => {
    expect(organicOf({ composition: "PROCESSED", certifiedShareBp })).toMatchObject({ status, rule });
  });

  test("one ingredient needs no share, an unknown composition is only declared", () => {
    expect(organicOf({ composition: "SINGLE" }).status).toBe("confirmed");
    expect(organicOf({ composition: null })).toMatchObject({
      status: "declared",
      rule: "composition-unknown",
    });
  });
});

describe("conversion", () => {
  test("the first year is rejected even with a certificate", () => {
    expect(organicOf({ organicStage: "C1" })).toMatchObject({
      status: "rejected",
      rule: "organic-first-year",
    });
  });

  test.each(["C2", "C3"] as const)("%s of a raw plant is confirmed", (organicStage) => {
    const verdict = classify(
      lineFacts({ claims: ["BIO"], organicStage }),
      context({ certificates: [certificate("BIO")] }),
    );
    expect(verdict.organic).toMatchObject({ status: "confirmed", rule: "organic-conversion" });
    expect(verdict.strictCategory).toBe("BIO");
  });

  test.each([
    [{ plant: false }, "rejected", "organic-conversion-not-plant"],
    [{ plant: null }, "declared", "organic-conversion-plant-unknown"],
    [{ composition: "SINGLE" as const }, "confirmed", "organic-conversion"],
    [{ composition: null }, "declared", "composition-unknown"],
    [
      { composition: "PROCESSED" as const, certifiedShareBp: 10_000 },
      "rejected",
      "organic-conversion-processed",
    ],
  ])("C2 with %o: %s", (facts, status, rule) => {
    expect(organicOf({ organicStage: "C2", ...facts })).toMatchObject({ status, rule });
  });

  test("without a certificate it is only declared", () => {
    expect(organicOf({ organicStage: "C3" }, [])).toMatchObject({
      status: "declared",
      rule: "certificate-missing",
    });
  });
});
