import { describe, expect, test } from "vitest";
import type { OwnTarget, TargetScope } from "../../shared/targets.ts";
import { targetsInForce } from "../../shared/targets.ts";

const SCOPE: TargetScope = { year: 2026, basis: "value", regime: "hexagone-public", canteenId: "canteen-a" };

function own(target: Partial<OwnTarget> = {}): OwnTarget {
  return {
    id: "target",
    organisationId: "organisation",
    canteenId: null,
    indicator: "ORGANIC",
    basis: "value",
    year: 2026,
    shareBp: 2500,
    ...target,
  };
}

describe("targets in force", () => {
  test("are the law's, the organisation's, then the canteen's", () => {
    const targets = [own({ canteenId: "canteen-a", shareBp: 3000 }), own()];
    expect(targetsInForce(targets, "ORGANIC", SCOPE)).toEqual([
      { source: "law", shareBp: 2000, law: "rural-L230-5-1" },
      { source: "organisation", shareBp: 2500, law: null },
      { source: "canteen", shareBp: 3000, law: null },
    ]);
  });

  test.each([
    ["another canteen's", { canteenId: "canteen-b" }],
    ["another year's", { year: 2025 }],
    ["another basis's", { basis: "weight" }],
    ["another indicator's", { indicator: "LOCAL" }],
  ] as const)("leave %s out", (_name, target) => {
    expect(targetsInForce([own(target)], "ORGANIC", { ...SCOPE, regime: null })).toEqual([]);
  });

  test("of a territory leave every canteen's out", () => {
    const targets = [own({ canteenId: "canteen-a" }), own()];
    expect(targetsInForce(targets, "ORGANIC", { ...SCOPE, regime: null, canteenId: null })).toMatchObject([
      { source: "organisation" },
    ]);
  });

  test("have no legal one by weight, for mixed regimes, for local, or before the law", () => {
    for (const scope of [{ basis: "weight" }, { regime: null }, { year: 2021 }] as const)
      expect(targetsInForce([], "ORGANIC", { ...SCOPE, ...scope })).toEqual([]);
    expect(targetsInForce([], "LOCAL", SCOPE)).toEqual([]);
    expect(targetsInForce([], "MEAT_FISH", { ...SCOPE, year: 2023 })).toEqual([]);
    expect(targetsInForce([], "MEAT_FISH", SCOPE)).toMatchObject([{ shareBp: 6000 }]);
  });
});
