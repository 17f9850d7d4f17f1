import fc from "fast-check";
import { expect, test } from "vitest";
import {
  hoursPerThousandEuros,
  hoursPerTonne,
  shareInsertion,
  sumParts,
} from "../../shared/insertion-dividend.ts";

const delivery = (canteenId: string, grams: number, given = {}) => ({
  month: "2026-03",
  sourceId: "w",
  canteenId,
  grams,
  amountCents: grams / 4,
  ...given,
});
const hours = (hoursE2: number, given = {}) => ({ month: "2026-03", sourceId: "w", hoursE2, ...given });

test("a canteen's part is its kilos in all the kilos of the workshop's month", () => {
  const { parts, unsharedE2 } = shareInsertion(
    [delivery("a", 300_000), delivery("b", 100_000)],
    [hours(40_000)],
    "grams",
  );
  expect(parts.get("a")).toEqual({ hoursE2: 30_000, grams: 300_000, amountCents: 75_000 });
  expect(parts.get("b")?.hoursE2).toBe(10_000);
  expect(unsharedE2).toBe(0);
});

test("by euros, who bought nothing or was only credited has no part", () => {
  const { parts } = shareInsertion(
    [
      delivery("a", 1000, { amountCents: 30_000 }),
      delivery("b", 9000, { amountCents: 10_000 }),
      delivery("c", 9000, { amountCents: -500 }),
    ],
    [hours(4_000)],
    "amountCents",
  );
  expect([...parts].map(([id, { hoursE2 }]) => [id, hoursE2])).toEqual([
    ["a", 3_000],
    ["b", 1_000],
    ["c", 0],
  ]);
});

test("another month, another workshop, and a month of refused kilos only share nothing", () => {
  const { parts, unsharedE2 } = shareInsertion(
    [delivery("a", 1000), delivery("b", 0, { month: "2026-04" }), delivery("c", 1000, { sourceId: "v" })],
    [hours(500), hours(700, { month: "2026-04" }), hours(900, { month: "2026-05" })],
    "grams",
  );
  expect(parts.get("a")?.hoursE2).toBe(500);
  expect(parts.get("b")?.hoursE2).toBe(0);
  expect(parts.get("c")?.hoursE2).toBe(0);
  expect(unsharedE2).toBe(1600);
});

test("the parts of all canteens and what nobody has add up to all the hours, to the hundredth", () => {
  const months = fc.constantFrom("2026-01", "2026-02", "2026-03");
  const workshops = fc.constantFrom("v", "w");
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({
          month: months,
          sourceId: workshops,
          canteenId: fc.constantFrom("a", "b", "c", "d"),
          grams: fc.nat(1_000_000),
          amountCents: fc.nat(100_000),
        }),
        { selector: ({ month, sourceId, canteenId }) => `${month}${sourceId}${canteenId}` },
      ),
      fc.uniqueArray(fc.record({ month: months, sourceId: workshops, hoursE2: fc.nat(1_000_000) }), {
        selector: ({ month, sourceId }) => `${month}${sourceId}`,
      }),
      fc.constantFrom("grams", "amountCents"),
      (deliveries, worked, by) => {
        const { parts, unsharedE2 } = shareInsertion(deliveries, worked, by);
        const whole = sumParts(parts.values());
        const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
        expect(whole.hoursE2 + unsharedE2).toBe(sum(worked.map(({ hoursE2 }) => hoursE2)));
        expect(whole.grams).toBe(sum(deliveries.map(({ grams }) => grams)));
      },
    ),
  );
});

test("300 hours for 2 tonnes and 1 500 € are 150 a tonne and 200 for 1 000 €", () => {
  const part = { hoursE2: 30_000, grams: 2_000_000, amountCents: 150_000 };
  const tonne = hoursPerTonne(part);
  expect(tonne.numerator / tonne.denominator).toBe(150);
  const euros = hoursPerThousandEuros(part);
  expect(euros.numerator / euros.denominator).toBe(200);
});
