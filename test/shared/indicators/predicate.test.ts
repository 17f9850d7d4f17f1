import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COURT_OU_PROXIMITE_CELLS, INDICATORS } from "../../../shared/indicators/indicators.ts";
import {
  basePredicate,
  courtOuProximitePredicate,
  everyCell,
  indicatorPredicate,
  matches,
} from "../../../shared/indicators/predicate.ts";
import { CERTAINTIES, hasMark } from "../../../shared/marks.ts";
import { anyCell, bits, cell } from "../../support/cells.ts";

describe("predicates", () => {
  test("each says in plain words what it keeps", () => {
    fc.assert(
      fc.property(anyCell, (row) => {
        for (const certainty of CERTAINTIES) {
          const category = certainty === "strict" ? row.strictCategory : row.declaredCategory;
          const short = hasMark(row.marks, "SHORT", certainty);
          const local = hasMark(row.marks, "LOCAL", certainty);
          const meatOrFish = row.family === "VIANDES_VOLAILLES" || row.family === "PRODUITS_DE_LA_MER";
          const egalim = category !== "NON_EGALIM";
          const kept = Object.fromEntries(
            INDICATORS.map((indicator) => [
              indicator,
              matches(indicatorPredicate(indicator, certainty), row),
            ]),
          );
          expect(kept).toEqual({
            LOCAL: local,
            SHORT: short,
            SHORT_OR_LOCAL: short || local,
            ORGANIC: category === "BIO",
            EGALIM: egalim,
            MEAT_FISH: egalim && meatOrFish,
          });
          expect(matches(basePredicate("MEAT_FISH"), row)).toBe(meatOrFish);
          expect(matches(basePredicate("EGALIM"), row)).toBe(true);
          expect(matches(everyCell(certainty), row)).toBe(true);
        }
      }),
    );
  });

  test("a row is in exactly one of the four cells", () => {
    fc.assert(
      fc.property(anyCell, fc.constantFrom(...CERTAINTIES), (row, certainty) => {
        const kept = COURT_OU_PROXIMITE_CELLS.filter((name) =>
          matches(courtOuProximitePredicate(name, certainty), row),
        );
        expect(kept.length).toBe(1);
      }),
    );
  });

  test("a declared short circuit is « neither » when strict and « short only » when declared", () => {
    const row = cell({ marks: bits({ SHORT: "declared" }) });
    expect(matches(courtOuProximitePredicate("neither", "strict"), row)).toBe(true);
    expect(matches(courtOuProximitePredicate("shortOnly", "declared"), row)).toBe(true);
  });

  test("is plain data, fit for a URL and for SQL", () => {
    const predicate = indicatorPredicate("MEAT_FISH", "strict");
    expect(JSON.parse(JSON.stringify(predicate))).toEqual(predicate);
  });
});
