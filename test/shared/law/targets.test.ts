import { describe, expect, test } from "vitest";
import type { Regime } from "../../../shared/law/targets.ts";
import {
  LEGAL_TARGETS,
  legalTargetsOn,
  OVERSEAS_REGIMES,
  REGIMES,
  regimeOf,
} from "../../../shared/law/targets.ts";

type Row = readonly [quality: number, organic: number, meatFish: number | null] | null;

function rowOf(regime: Regime, year: number): Row {
  const target = legalTargetsOn({ regime, year });
  return target && [target.qualityBp, target.organicBp, target.meatFishBp];
}

describe("legal targets", () => {
  test.each<[Regime, number, Row]>([
    ["hexagone-public", 2021, null],
    ["hexagone-public", 2022, [5000, 2000, null]],
    ["hexagone-public", 2023, [5000, 2000, null]],
    ["hexagone-public", 2024, [5000, 2000, 6000]],
    ["hexagone-public", 2040, [5000, 2000, 6000]],
    ["other-private", 2023, null],
    ["other-private", 2024, [5000, 2000, 6000]],
    ["state", 2021, null],
    ["state", 2023, [5000, 2000, null]],
    ["state", 2024, [5000, 2000, 10_000]],
    ["drom", 2021, null],
    ["drom", 2022, [2000, 500, null]],
    ["drom", 2025, [2000, 500, null]],
    ["drom", 2026, [3500, 1000, null]],
    ["drom", 2029, [3500, 1000, null]],
    ["drom", 2030, [5000, 2000, null]],
    ["mayotte", 2025, [500, 200, null]],
    ["mayotte", 2026, [1500, 500, null]],
    ["mayotte", 2030, [3000, 1000, null]],
    ["mayotte", 2034, [3000, 1000, null]],
    ["mayotte", 2035, [5000, 2000, null]],
    ["spm", 2021, null],
    ["spm", 2022, [3000, 1000, null]],
    ["spm", 2029, [3000, 1000, null]],
    ["spm", 2030, [5000, 2000, null]],
  ])("%s in %i: %o", (regime, year, row) => {
    expect(rowOf(regime, year)).toEqual(row);
  });

  test("steps of each regime are in order and never go down", () => {
    for (const regime of REGIMES) {
      const steps = LEGAL_TARGETS.filter((target) => target.regime === regime);
      expect(steps.length).toBeGreaterThan(0);
      for (const [index, step] of steps.slice(1).entries()) {
        const before = steps[index];
        expect(step.from > (before?.from ?? "")).toBe(true);
        expect(step.qualityBp).toBeGreaterThanOrEqual(before?.qualityBp ?? 0);
        expect(step.organicBp).toBeGreaterThanOrEqual(before?.organicBp ?? 0);
      }
    }
  });
});

describe("the regime of a restaurant", () => {
  test.each([
    ["62", "PUBLIC", "hexagone-public"],
    ["62", "OTHER_PRIVATE", "other-private"],
    ["62", "STATE", "state"],
    ["974", "STATE", "drom"],
    ["978", "PUBLIC", "drom"],
    ["976", "OTHER_PRIVATE", "mayotte"],
    ["975", "PUBLIC", "spm"],
  ] as const)("in %s, %s: %s", (departement, body, regime) => {
    expect(regimeOf({ departement, body })).toBe(regime);
  });

  test("the overseas list is Guadeloupe, Martinique, Guyane, La Réunion, Saint-Martin, Mayotte, Saint-Pierre", () => {
    expect(Object.keys(OVERSEAS_REGIMES).toSorted()).toEqual([
      "971",
      "972",
      "973",
      "974",
      "975",
      "976",
      "978",
    ]);
  });
});
