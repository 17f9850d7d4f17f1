import { expect, test } from "vitest";
import { INDICATORS } from "../../../shared/indicators/indicators.ts";
import { legalTargetBp, nationalResultBp } from "../../../shared/indicators/legal-target.ts";
import { nationalResultOf } from "../../../shared/law/national-results.ts";
import { legalTargetsOn } from "../../../shared/law/targets.ts";

test("the law sets a target for organic, EGalim and meat and fish, and for nothing else", () => {
  const target = legalTargetsOn({ regime: "hexagone-public", year: 2025 });
  expect(INDICATORS.map((indicator) => legalTargetBp(target, indicator))).toEqual([
    null,
    null,
    null,
    2000,
    5000,
    6000,
  ]);
  expect(INDICATORS.map((indicator) => legalTargetBp(null, indicator))).toEqual(INDICATORS.map(() => null));
});

test("national results stand beside the same indicators", () => {
  const result = nationalResultOf(2025);
  expect(INDICATORS.map((indicator) => nationalResultBp(result, indicator))).toEqual([
    null,
    null,
    null,
    1180,
    2950,
    3620,
  ]);
  expect(nationalResultBp(nationalResultOf(1999), "EGALIM")).toBeNull();
});
