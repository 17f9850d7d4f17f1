import { describe, expect, test } from "vitest";
import type { Certificate } from "../../shared/certificates.ts";
import { certificateInputSchema, isReplaced, proofState, sumProofs } from "../../shared/certificates.ts";
import { newId } from "../../shared/ids.ts";

const TODAY = "2026-11-22";

function proof(given: Partial<Certificate> = {}): Certificate {
  return {
    id: newId(),
    supplierId: newId(),
    scheme: "BIO",
    number: "1",
    controlBody: null,
    families: [],
    offerIds: [],
    validFrom: "2025-01-01",
    validTo: "2027-12-31",
    fileId: null,
    ...given,
  };
}

describe("proofState", () => {
  test.each([
    ["2026-11-21", { state: "expired", daysSince: 1 }],
    ["2026-11-22", { state: "expiring", daysLeft: 0 }],
    ["2026-11-23", { state: "expiring", daysLeft: 1 }],
    ["2027-01-21", { state: "expiring", daysLeft: 60 }],
    ["2027-01-22", { state: "valid", daysLeft: 61 }],
    [null, { state: "valid", daysLeft: null }],
  ] as const)("a proof that ends on %s is %o", (validTo, expected) => {
    expect(proofState(proof({ validTo }), TODAY)).toEqual(expected);
  });

  test("a proof counts from its first day on", () => {
    expect(proofState(proof({ validFrom: TODAY }), TODAY).state).toBe("valid");
    expect(proofState(proof({ validFrom: "2026-11-23" }), TODAY)).toEqual({ state: "future", daysUntil: 1 });
  });
});

describe("sumProofs", () => {
  test("the latest-ending proof of a scheme speaks for it", () => {
    const old = proof({ validTo: "2025-12-31" });
    expect(sumProofs([old], TODAY)).toEqual({ valid: 0, expiring: 0, expired: 1 });
    expect(sumProofs([old, proof()], TODAY)).toEqual({ valid: 1, expiring: 0, expired: 0 });
    expect(sumProofs([proof({ validTo: null }), old], TODAY)).toEqual({ valid: 1, expiring: 0, expired: 0 });
  });

  test("each scheme counts apart", () => {
    const proofs = [
      proof(),
      proof({ scheme: "HVE", validTo: "2026-12-01" }),
      proof({ scheme: "IGP", validTo: "2026-01-01" }),
    ];
    expect(sumProofs(proofs, TODAY)).toEqual({ valid: 1, expiring: 1, expired: 1 });
  });
});

describe("isReplaced", () => {
  const old = proof({ validTo: "2025-12-31" });

  test("a later end of the same scheme replaces, an endless one above all", () => {
    expect(isReplaced(old, [old, proof()])).toBe(true);
    expect(isReplaced(proof(), [proof(), proof({ validTo: null })])).toBe(true);
  });

  test("neither itself, nor an earlier end, nor another scheme does", () => {
    expect(isReplaced(old, [old])).toBe(false);
    expect(isReplaced(proof({ validTo: null }), [old, proof({ validTo: null })])).toBe(false);
    expect(isReplaced(old, [old, proof({ scheme: "HVE" })])).toBe(false);
  });
});

describe("certificateInputSchema", () => {
  const input = {
    scheme: "BIO",
    number: " AB 12 ",
    controlBody: "fr-bio-01",
    families: [],
    offerIds: [],
    validFrom: "2026-01-01",
    validTo: null,
    fileId: null,
  };

  test("a number is trimmed and a control body written in capitals", () => {
    expect(certificateInputSchema.parse(input)).toMatchObject({ number: "AB 12", controlBody: "FR-BIO-01" });
  });

  test.each([
    ["number", { number: "  " }, "required"],
    ["controlBody", { controlBody: "FR BIO 1" }, "control-body"],
    ["validFrom", { validFrom: "2026-02-30" }, "date"],
    ["validTo", { validTo: "2025-12-31" }, "date-order"],
  ])("a wrong %s is named with its code", (field, change, code) => {
    const issues = certificateInputSchema.safeParse({ ...input, ...change }).error?.issues ?? [];
    expect(issues.map((issue) => [issue.path[0], issue.message])).toEqual([[field, code]]);
  });

  test("a proof may end on the day it begins", () => {
    expect(certificateInputSchema.safeParse({ ...input, validTo: "2026-01-01" }).success).toBe(true);
  });
});
