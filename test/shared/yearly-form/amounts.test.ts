import fc from "fast-check";
import { expect, test } from "vitest";
import { conditionsOf, isPartOf } from "../../../shared/drill-down.ts";
import { FAMILIES } from "../../../shared/families.ts";
import { CERTAINTIES } from "../../../shared/marks.ts";
import { amountsOfYear, familyColumnsOf, yearlyAmounts } from "../../../shared/yearly-form/amounts.ts";
import { cellsOfYear, detailedForm } from "../../../shared/yearly-form/detailed-form.ts";
import { DETAILED_COLUMNS, detailedFieldName } from "../../../shared/yearly-form/fields.ts";
import { amountLabel } from "../../../shared/yearly-form/labels.ts";
import { simpleForm } from "../../../shared/yearly-form/simple-form.ts";
import { anyCell } from "../../support/cells.ts";

const cells = fc.array(anyCell, { maxLength: 40 });
const year = fc.constantFrom(2024, 2025, 2026);

test("every amount is the one of the simple or of the detailed form, for any cells", () => {
  fc.assert(
    fc.property(cells, year, fc.constantFrom(...CERTAINTIES), (all, dataYear, certainty) => {
      const amounts = yearlyAmounts(all, dataYear)[certainty];
      expect(amounts).toMatchObject(simpleForm(all, { year: dataYear, certainty }));
      const detailed = detailedForm(all, { year: dataYear, certainty });
      for (const family of FAMILIES) {
        const { columns, origins } = detailed[family];
        for (const column of DETAILED_COLUMNS)
          expect(amounts[detailedFieldName(family, column)]).toBe(columns[column]);
        for (const [column, cents] of Object.entries(origins))
          expect(amounts[detailedFieldName(family, column)] ?? null).toBe(cents);
      }
    }),
  );
});

test("the lines behind an amount add up to it, confirmed and merely declared apart", () => {
  fc.assert(
    fc.property(cells, year, fc.nat(), (all, dataYear, index) => {
      const names = [...amountsOfYear(dataYear).keys()];
      const amount = names[index % names.length] ?? "";
      const sum = (part: "strict" | "declared" | "claimed") =>
        cellsOfYear(all, dataYear)
          .filter((one) => isPartOf(conditionsOf({ amount, part, from: `${dataYear}-01` }), one))
          .reduce((total, one) => total + one.amountCents, 0);
      const { strict, declared } = yearlyAmounts(all, dataYear);
      expect(sum("declared")).toBe(declared[amount]);
      expect(sum("strict")).toBe(strict[amount]);
    }),
  );
});

test("an amount that no form has is the sum of no line", () => {
  const conditions = conditionsOf({ amount: "valeur_inconnue", from: "2025-01" });
  fc.assert(fc.property(anyCell, (one) => !isPartOf(conditions, one)));
});

test("the form of 2026 asks for Europe, those before do not; every amount has its words", () => {
  expect(familyColumnsOf(2025)).not.toContain("europe");
  expect(familyColumnsOf(2026)).toContain("europe");
  for (const one of [2024, 2026])
    for (const name of amountsOfYear(one).keys())
      for (const locale of ["fr", "en"] as const)
        expect(amountLabel(name, { year: one, locale })).not.toContain("valeur_");
});
