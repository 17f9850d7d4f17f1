import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GROUPINGS, groupCells } from "../../../shared/indicators/groups.ts";
import { BASES, COURT_OU_PROXIMITE_CELLS, INDICATORS } from "../../../shared/indicators/indicators.ts";
import {
  courtOuProximiteCells,
  shareOf,
  sharesOf,
  weightCoverage,
} from "../../../shared/indicators/shares.ts";
import { CERTAINTIES } from "../../../shared/marks.ts";
import { anyCell, bits, cell } from "../../support/cells.ts";

const anyCells = fc.array(anyCell, { maxLength: 30 });

describe("shares", () => {
  const cells = [
    cell({ amountCents: 5000 }),
    cell({ amountCents: 1000, marks: bits({ SHORT: "strict", LOCAL: "strict" }) }),
    cell({ amountCents: 700, marks: bits({ SHORT: "strict" }) }),
    cell({ amountCents: 300, marks: bits({ LOCAL: "declared" }) }),
    cell({
      amountCents: 2000,
      strictCategory: "BIO",
      declaredCategory: "BIO",
      marks: bits({ ORGANIC: "strict" }),
    }),
    cell({
      amountCents: 400,
      strictCategory: "IGP",
      declaredCategory: "BIO",
      marks: bits({ ORGANIC: "declared" }),
    }),
    cell({ amountCents: 600, family: "VIANDES_VOLAILLES", declaredCategory: "LABEL_ROUGE" }),
    cell({
      amountCents: 900,
      family: "PRODUITS_DE_LA_MER",
      strictCategory: "PECHE_DURABLE",
      declaredCategory: "PECHE_DURABLE",
    }),
    cell({
      amountCents: 100,
      family: "CHARCUTERIE",
      strictCategory: "LABEL_ROUGE",
      declaredCategory: "LABEL_ROUGE",
    }),
    cell({ amountCents: -1000 }),
  ];
  const all = 10_000;

  test("numerators and denominators are exact cents, strict and declared", () => {
    const of = (strict: number, declared: number, denominator = all) => ({
      strict: { numerator: strict, denominator },
      declared: { numerator: declared, denominator },
    });
    expect(sharesOf(cells, "value")).toEqual({
      LOCAL: of(1000, 1300),
      SHORT: of(1700, 1700),
      SHORT_OR_LOCAL: of(1700, 2000),
      ORGANIC: of(2000, 2400),
      EGALIM: of(3400, 4000),
      MEAT_FISH: of(900, 1500, 1500),
    });
  });

  test("the four cells are shown at each certainty", () => {
    const options = { basis: "value" as const };
    expect(courtOuProximiteCells(cells, { ...options, certainty: "strict" })).toEqual({
      both: 1000,
      shortOnly: 700,
      localOnly: 0,
      neither: 8300,
      total: all,
    });
    expect(courtOuProximiteCells(cells, { ...options, certainty: "declared" })).toEqual({
      both: 1000,
      shortOnly: 700,
      localOnly: 300,
      neither: 8000,
      total: all,
    });
  });

  test("by weight only weighed lines speak, and the coverage says for how much of the amount", () => {
    const weighed = [
      cell({ amountCents: 3000, weighedCents: 1000, weightGrams: 2500, marks: bits({ LOCAL: "strict" }) }),
      cell({ amountCents: 1000, weighedCents: 1000, weightGrams: 7500 }),
      cell({ amountCents: 4000 }),
    ];
    expect(sharesOf(weighed, "weight").LOCAL.strict).toEqual({ numerator: 2500, denominator: 10_000 });
    expect(weightCoverage(weighed)).toEqual({ numerator: 2000, denominator: 8000 });
  });

  test("nothing bought is a ratio over nothing", () => {
    expect(sharesOf([], "value").EGALIM.strict).toEqual({ numerator: 0, denominator: 0 });
  });

  test("for any cells the four cells add up to the total and agree with the indicators", () => {
    fc.assert(
      fc.property(anyCells, (any) => {
        for (const basis of BASES) {
          const shares = sharesOf(any, basis);
          for (const certainty of CERTAINTIES) {
            const four = courtOuProximiteCells(any, { basis, certainty });
            expect(COURT_OU_PROXIMITE_CELLS.reduce((sum, name) => sum + four[name], 0)).toBe(four.total);
            expect(shares.SHORT[certainty].numerator).toBe(four.both + four.shortOnly);
            expect(shares.LOCAL[certainty].numerator).toBe(four.both + four.localOnly);
            expect(shares.SHORT_OR_LOCAL[certainty]).toEqual({
              numerator: four.total - four.neither,
              denominator: four.total,
            });
          }
        }
      }),
    );
  });

  test("without credit notes what is strict is part of what is declared, and of the whole", () => {
    fc.assert(
      fc.property(anyCells, (any) => {
        const positive = any.map((each) => ({ ...each, amountCents: Math.abs(each.amountCents) }));
        for (const { strict, declared } of Object.values(sharesOf(positive, "value"))) {
          expect(strict.numerator).toBeLessThanOrEqual(declared.numerator);
          expect(declared.numerator).toBeLessThanOrEqual(declared.denominator);
        }
      }),
    );
  });

  test("one indicator alone is the same as among all, and groups add up to the whole", () => {
    fc.assert(
      fc.property(anyCells, (any) => {
        const whole = sharesOf(any, "value");
        for (const indicator of INDICATORS) {
          expect(shareOf(any, { indicator, basis: "value" })).toEqual(whole[indicator]);
        }
        for (const grouping of GROUPINGS) {
          const groups = [...groupCells(any, grouping).values()];
          expect(groups.flat().length).toBe(any.length);
          const sum = groups.reduce(
            (total, group) => total + sharesOf(group, "value").EGALIM.strict.numerator,
            0,
          );
          expect(sum).toBe(whole.EGALIM.strict.numerator);
        }
      }),
    );
  });
});

describe("groups", () => {
  test("are keyed by month, family, supplier or canteen", () => {
    const cells = [
      cell(),
      cell({ month: "2025-04", family: "BOISSONS", supplierId: "s", canteenId: "c" }),
      cell(),
    ];
    const keys = GROUPINGS.map((grouping) =>
      [...groupCells(cells, grouping)].map(([key, { length }]) => [key, length]),
    );
    expect(keys).toEqual([
      [
        ["2025-03", 2],
        ["2025-04", 1],
      ],
      [
        ["FRUITS_ET_LEGUMES", 2],
        ["BOISSONS", 1],
      ],
      [
        ["supplier-a", 2],
        ["s", 1],
      ],
      [
        ["canteen-a", 2],
        ["c", 1],
      ],
    ]);
  });
});
