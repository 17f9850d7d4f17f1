import fc from "fast-check";
import { expect, test } from "vitest";
import type { LineFilter } from "../../shared/drill-down.ts";
import { conditionsOf, factsOf, isPartOf, statusesOf } from "../../shared/drill-down.ts";
import { COURT_OU_PROXIMITE_CELLS, INDICATORS } from "../../shared/indicators/indicators.ts";
import { everyCell } from "../../shared/indicators/predicate.ts";
import { sharesOf, sumOf } from "../../shared/indicators/shares.ts";
import { SOCIAL_INDICATORS, socialSharesOf } from "../../shared/indicators/social.ts";
import type { Part } from "../../shared/line-filter-words.ts";
import { lineFilterSchema } from "../../shared/line-search.ts";
import { anyCell } from "../support/cells.ts";

const cells = fc.array(anyCell, { maxLength: 30 });

test.each(INDICATORS)("the parts of %s share out its base and give both ends of its rate", (indicator) => {
  fc.assert(
    fc.property(cells, (all) => {
      const sum = (part: Part) =>
        all
          .filter((cell) => isPartOf(conditionsOf({ indicator, part }), cell))
          .reduce((total, cell) => total + cell.amountCents, 0);
      const { strict, declared } = sharesOf(all, "value")[indicator];
      expect(sum("strict")).toBe(strict.numerator);
      expect(sum("declared")).toBe(declared.numerator);
      expect(sum("base")).toBe(declared.denominator);
      expect(sum("strict") + sum("claimed") + sum("outside")).toBe(sum("base"));
    }),
  );
});

test.each(
  SOCIAL_INDICATORS,
)("the parts of %s share out all food and give both ends of its rate", (social) => {
  fc.assert(
    fc.property(cells, (all) => {
      const sum = (part: Part) =>
        all
          .filter((cell) => isPartOf(conditionsOf({ social, part }), cell))
          .reduce((total, cell) => total + cell.amountCents, 0);
      const { strict, declared } = socialSharesOf(all, "value")[social];
      expect(sum("strict")).toBe(strict.numerator);
      expect(sum("declared")).toBe(declared.numerator);
      expect(sum("base")).toBe(declared.denominator);
      expect(sum("strict") + sum("claimed") + sum("outside")).toBe(sum("base"));
    }),
  );
});

test.each(["strict", "declared"] as const)("the four cells share out every line (%s)", (part) => {
  fc.assert(
    fc.property(anyCell, (cell) => {
      const kept = COURT_OU_PROXIMITE_CELLS.filter((name) =>
        isPartOf(conditionsOf({ part, cell: name }), cell),
      );
      expect(kept).toHaveLength(1);
    }),
  );
});

test("an empty filter keeps everything, a family only its own", () => {
  fc.assert(
    fc.property(cells, (all) => {
      const total = (filter: LineFilter) =>
        all
          .filter((cell) => isPartOf(conditionsOf(filter), cell))
          .reduce((sum, cell) => sum + cell.amountCents, 0);
      expect(total({})).toBe(sumOf(all, { predicate: everyCell("declared"), basis: "value" }));
      const drinks = all.filter((cell) => cell.family === "BOISSONS");
      expect(total({ family: "BOISSONS" })).toBe(drinks.reduce((sum, cell) => sum + cell.amountCents, 0));
    }),
  );
});

test("an indicator rests on its own facts; what is to check is declared or unknown", () => {
  expect(factsOf("SHORT_OR_LOCAL")).toEqual(["short", "local"]);
  expect(factsOf(undefined)).toHaveLength(4);
  expect(statusesOf("toCheck")).toEqual(["declared", "unknown"]);
  expect(statusesOf("rejected")).toEqual(["rejected"]);
});

test("an address is read, and one that means nothing is refused", () => {
  const address = { from: "2025-01", to: "2025-12", indicator: "ORGANIC", part: "strict", page: 2 };
  expect(lineFilterSchema.parse(address)).toEqual(address);
  expect(lineFilterSchema.safeParse({ indicator: "BIO" }).success).toBe(false);
  expect(lineFilterSchema.safeParse({ from: "2025" }).success).toBe(false);
});
