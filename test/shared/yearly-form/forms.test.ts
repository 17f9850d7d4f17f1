import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FAMILIES } from "../../../shared/families.ts";
import { sharesOf } from "../../../shared/indicators/shares.ts";
import { CERTAINTIES } from "../../../shared/marks.ts";
import { cellsOfYear, detailedForm } from "../../../shared/yearly-form/detailed-form.ts";
import { detailedFieldName, REQUIRED_FIELDS, SIMPLE_FIELDS } from "../../../shared/yearly-form/fields.ts";
import { originRuleOf } from "../../../shared/yearly-form/origins.ts";
import { requiredAmounts, simpleForm } from "../../../shared/yearly-form/simple-form.ts";
import { anyCell, cell } from "../../support/cells.ts";

describe("the yearly form", () => {
  test("has 19 amounts in the simple form, 6 of them required", () => {
    const form = simpleForm([], { year: 2025, certainty: "declared" });
    expect(Object.keys(form)).toEqual([...SIMPLE_FIELDS]);
    expect(SIMPLE_FIELDS.length).toBe(19);
    expect(Object.keys(requiredAmounts([], { year: 2025, certainty: "declared" }))).toEqual([
      ...REQUIRED_FIELDS,
    ]);
    expect(new Set(Object.values(form))).toEqual(new Set([0]));
  });

  test("takes the calendar year and nothing else", () => {
    const cells = ["2024-12", "2025-01", "2025-12", "2026-01"].map((month) =>
      cell({ month, amountCents: 100 }),
    );
    expect(cellsOfYear(cells, 2025).map(({ month }) => month)).toEqual(["2025-01", "2025-12"]);
    expect(simpleForm(cells, { year: 2025, certainty: "strict" }).valeur_totale).toBe(200);
  });

  test("names the detailed amounts as the State does", () => {
    expect(detailedFieldName("FRUITS_ET_LEGUMES", "aocaop_igp_stg")).toBe(
      "valeur_fruits_et_legumes_aocaop_igp_stg",
    );
  });

  test("the origin rule changes with the data years 2025 and 2026", () => {
    expect([2019, 2024, 2025, 2026, 2030].map((year) => originRuleOf(year).from)).toEqual([
      0, 0, 2025, 2026, 2026,
    ]);
  });

  test("for any cells each line is in one column, the groups add up, and the shares agree", () => {
    const any = fc.array(anyCell, { maxLength: 40 });
    fc.assert(
      fc.property(
        any,
        fc.constantFrom(2024, 2025, 2026),
        fc.constantFrom(...CERTAINTIES),
        (cells, year, certainty) => {
          const ofYear = cellsOfYear(cells, year);
          const detailed = detailedForm(cells, { year, certainty });
          for (const family of FAMILIES) {
            const { columns, total } = detailed[family];
            expect(Object.values(columns).reduce((sum, amount) => sum + amount, 0)).toBe(total);
          }
          const simple = simpleForm(cells, { year, certainty });
          const shares = sharesOf(ofYear, "value");
          const groups =
            simple.valeur_bio +
            simple.valeur_siqo +
            simple.valeur_egalim_autres +
            simple.valeur_externalites_performance;
          expect({ numerator: groups, denominator: simple.valeur_totale }).toEqual(shares.EGALIM[certainty]);
          expect(simple.valeur_bio).toBe(shares.ORGANIC[certainty].numerator);
          expect({
            numerator: simple.valeur_viandes_volailles_egalim + simple.valeur_produits_de_la_mer_egalim,
            denominator: simple.valeur_viandes_volailles + simple.valeur_produits_de_la_mer,
          }).toEqual(shares.MEAT_FISH[certainty]);
        },
      ),
    );
  });
});
