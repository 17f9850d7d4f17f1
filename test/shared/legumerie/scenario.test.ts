import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import {
  SCENARIO_SIZES,
  scenarioSchema,
  scenarioYear,
  tonnesField,
} from "../../../shared/legumerie/scenario.ts";
import { A_SCENARIO } from "../../support/scenario.ts";

test("a workshop of 180 tonnes by hand", () => {
  expect(scenarioYear(180, A_SCENARIO)).toEqual({
    tonnes: 180,
    openDays: 180,
    gramsPerDay: 1_000_000,
    lossGrams: 45_000_000,
    soldGrams: 135_000_000,
    // 135 000 kg over 36 weeks of 50 kg.
    canteens: 75,
    hours: 4_500,
    insertionHours: 3_600,
    fullTime: { numerator: 4_500, denominator: 1_607 },
    purchaseCents: 7_740_000,
    workCents: 9_000_000,
    variableCents: 2_700_000,
    fixedCents: 6_000_000,
    totalCents: 25_440_000,
    // 254 400 € over 135 000 kg.
    centsPerKg: 188,
  });
});

test("a day's capacity is enough for the whole year, to the kilo", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 52 }), (tonnes, weeks) => {
      const year = scenarioYear(tonnes, { ...A_SCENARIO, weeks });
      expect(year.gramsPerDay * year.openDays).toBeGreaterThanOrEqual(tonnes * 1_000_000);
      expect((year.gramsPerDay - 1_000) * year.openDays).toBeLessThan(tonnes * 1_000_000);
      expect(year.soldGrams + year.lossGrams).toBe(tonnes * 1_000_000);
      expect(year.purchaseCents + year.workCents + year.variableCents + year.fixedCents).toBe(
        year.totalCents,
      );
    }),
    { numRuns: 50 },
  );
});

test("the bigger the workshop, the lower the price, as long as it has fixed costs", () => {
  const prices = SCENARIO_SIZES.map((tonnes) => scenarioYear(tonnes, A_SCENARIO).centsPerKg ?? 0);
  expect(prices).toEqual([...prices].sort((a, b) => b - a));
  const flat = SCENARIO_SIZES.map(
    (tonnes) => scenarioYear(tonnes, { ...A_SCENARIO, fixedCents: 0 }).centsPerKg,
  );
  expect(new Set(flat).size).toBe(1);
});

test("whatever the fields let through is told exactly, at any size", () => {
  const schema = z.toJSONSchema(scenarioSchema).properties ?? {};
  const ends = Object.entries(schema).map(([key, field]) => {
    const { minimum = 0, maximum = 0 } = field as { minimum?: number; maximum?: number };
    return fc.constantFrom(minimum, maximum).map((value) => [key, value] as const);
  });
  fc.assert(
    fc.property(fc.tuple(...ends), fc.constantFrom(1, 100_000), (fields, tonnes) => {
      const scenario = scenarioSchema.parse(Object.fromEntries(fields));
      expect(Number.isSafeInteger(scenarioYear(tonnesField.parse(tonnes), scenario).totalCents)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
