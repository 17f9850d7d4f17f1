import { describe, expect, test } from "vitest";
import { CATEGORIES } from "../../../shared/categories.ts";
import { FAMILIES } from "../../../shared/families.ts";
import { HOMOGENEOUS_FAMILIES } from "../../../shared/law/homogeneous-families.ts";
import { isImpossible } from "../../../shared/law/impossible-cells.ts";
import { COLLEGES_2023, nationalResultOf } from "../../../shared/law/national-results.ts";
import type { RuleSet } from "../../../shared/law/rule-sets.ts";
import { RULE_SETS, ruleSetOn } from "../../../shared/law/rule-sets.ts";
import { VAT_RATES } from "../../../shared/law/vat.ts";

describe("rule sets", () => {
  const [first] = RULE_SETS;

  test("the figures of the law are pinned", () => {
    expect(ruleSetOn("2025-01-01")).toEqual({
      from: null,
      processedMinShareBp: 9500,
      ce2LastDay: "2026-12-31",
      externalitiesWeightMinBp: 1000,
      externalitiesWeightMaxBp: 3000,
      externalitiesMarkMinBp: 4000,
      performanceWeightMinBp: 5000,
      shortMaxIntermediaries: 1,
    });
  });

  test("a later set applies from its first day on", () => {
    const later: RuleSet = { ...first, from: "2028-07-01", processedMinShareBp: 9000 };
    const sets = [first, later] as const;
    expect(ruleSetOn("2028-06-30", [...sets])).toBe(first);
    expect(ruleSetOn("2028-07-01", [...sets])).toBe(later);
    expect(ruleSetOn("1999-01-01", [...sets])).toBe(first);
  });

  test("sets are in order of their first day, the first one without", () => {
    expect(first.from).toBeNull();
    const days = RULE_SETS.slice(1).map(({ from }) => from);
    expect(days).toEqual(days.toSorted());
    expect(days).not.toContain(null);
  });
});

describe("data of the law", () => {
  test("food VAT is 5.5, 10 and 20 %", () => {
    expect(VAT_RATES.map(({ bp }) => bp)).toEqual([550, 1000, 2000]);
  });

  test("homogeneous families run from 10.01 to 10.15 without a gap", () => {
    const codes = Array.from({ length: 15 }, (_, index) => `10.${String(index + 1).padStart(2, "0")}`);
    expect(HOMOGENEOUS_FAMILIES.map(({ code }) => code)).toEqual(codes);
  });

  test("national results of 2025, none for a year that is not published", () => {
    expect(nationalResultOf(2025)).toEqual({
      year: 2025,
      organicBp: 1180,
      qualityBp: 2950,
      meatFishBp: 3620,
    });
    expect(nationalResultOf(2024)).toBeNull();
    expect(COLLEGES_2023).toEqual({ year: 2023, rows: 2316, organicMeanBp: 1480, organicMedianBp: 1180 });
  });

  test("the impossible cells are these thirteen and no other", () => {
    const impossible = CATEGORIES.flatMap((category) =>
      FAMILIES.filter((family) => isImpossible(category, family)).map((family) => `${category} ${family}`),
    );
    expect(impossible).toEqual([
      "LABEL_ROUGE BOISSONS",
      ...FAMILIES.filter((family) => family !== "PRODUITS_DE_LA_MER").map(
        (family) => `PECHE_DURABLE ${family}`,
      ),
      "FERMIER PRODUITS_DE_LA_MER",
      "FERMIER FRUITS_ET_LEGUMES",
      "FERMIER BOULANGERIE",
      "FERMIER BOISSONS",
      "FERMIER AUTRES",
    ]);
  });
});
