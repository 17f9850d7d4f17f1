import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayOfWeek } from "../../shared/calendar.ts";
import type { OrderingTerms } from "../../shared/ordering-terms.ts";
import {
  isDeliveryDay,
  missingToFreeDelivery,
  missingToMinimum,
  NO_ORDERING_TERMS,
  nextDelivery,
  orderingTermsSchema,
  WEEKDAYS,
} from "../../shared/ordering-terms.ts";

const terms = (given: Partial<OrderingTerms>): OrderingTerms => ({ ...NO_ORDERING_TERMS, ...given });
const TUESDAY_FRIDAY = terms({ deliveryDays: [2, 5] });
/** A Thursday. */
const THURSDAY = { date: "2026-11-26", hour: 9 };

import { isPublicHoliday } from "../../shared/service-days.ts";

describe("minimum order", () => {
  test("what is missing under, on and over it; null without one", () => {
    const minimum = terms({ minimumHtCents: 15_000 });
    expect([11_760, 14_999, 15_000, 15_001].map((cents) => missingToMinimum(minimum, cents))).toEqual([
      3240, 1, 0, 0,
    ]);
    expect(missingToMinimum(NO_ORDERING_TERMS, 100)).toBeNull();
    expect(missingToFreeDelivery(terms({ freeDeliveryHtCents: 500 }), 120)).toBe(380);
    expect(missingToFreeDelivery(NO_ORDERING_TERMS, 120)).toBeNull();
  });
});

describe("delivery days", () => {
  test("a day is one of them or not; unknown when nobody has said", () => {
    expect(isDeliveryDay(TUESDAY_FRIDAY, "2026-12-01")).toBe(true);
    expect(isDeliveryDay(TUESDAY_FRIDAY, "2026-12-02")).toBe(false);
    expect(isDeliveryDay(NO_ORDERING_TERMS, "2026-12-02")).toBeNull();
    expect(nextDelivery(NO_ORDERING_TERMS, THURSDAY)).toBeNull();
  });

  test("the next one is after today, and without a deadline it is simply the next", () => {
    expect(nextDelivery(TUESDAY_FRIDAY, THURSDAY)).toEqual({ date: "2026-11-27", orderBy: null });
    expect(nextDelivery(TUESDAY_FRIDAY, { date: "2026-11-27", hour: 0 })?.date).toBe("2026-12-01");
  });

  test("a deadline passed by the hour puts it off: before it, on it, after it", () => {
    const dayBefore = terms({ deliveryDays: [2, 5], orderDaysBefore: 1, orderBeforeHour: 11 });
    expect(nextDelivery(dayBefore, { date: "2026-11-26", hour: 10 })).toEqual({
      date: "2026-11-27",
      orderBy: "2026-11-26",
    });
    expect(nextDelivery(dayBefore, { date: "2026-11-26", hour: 11 })).toEqual({
      date: "2026-12-01",
      orderBy: "2026-11-30",
    });
  });

  test("without an hour the whole last day is in time", () => {
    const twoDays = terms({ deliveryDays: [5], orderDaysBefore: 2 });
    expect(nextDelivery(twoDays, { date: "2026-11-25", hour: 23 })?.date).toBe("2026-11-27");
    expect(nextDelivery(twoDays, THURSDAY)?.date).toBe("2026-12-04");
  });

  test.each([
    ["2026-12-24", [5], "2027-01-08"],
    ["2026-11-09", [3], "2026-11-18"],
    ["2026-05-12", [4], "2026-05-21"],
    ["2026-12-23", [4, 5], "2026-12-24"],
  ] as const)("from %s with days %j, public holidays are skipped: %s", (date, deliveryDays, expected) => {
    const terms = { ...NO_ORDERING_TERMS, deliveryDays: [...deliveryDays] };
    expect(nextDelivery(terms, { date, hour: 9 })?.date).toBe(expected);
  });

  test("whatever the terms, it is a delivery day after today, still in time, and the first such", () => {
    const anyTerms = fc.record({
      minimumHtCents: fc.constant(null),
      freeDeliveryHtCents: fc.constant(null),
      deliveryDays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
      orderDaysBefore: fc.option(fc.nat(30)),
      orderBeforeHour: fc.option(fc.integer({ min: 1, max: 24 })),
    });
    fc.assert(
      fc.property(anyTerms, fc.nat(400), fc.nat(23), (given, days, hour) => {
        const now = { date: addDays("2026-01-01", days), hour };
        const inTime = (date: string) => {
          if (given.orderDaysBefore === null) return true;
          const last = addDays(date, -given.orderDaysBefore);
          return last > now.date || (last === now.date && hour < (given.orderBeforeHour ?? 24));
        };
        const first = Array.from({ length: 60 }, (_, ahead) => addDays(now.date, ahead + 1)).find(
          (date) =>
            given.deliveryDays.some((day) => day === dayOfWeek(date)) &&
            !isPublicHoliday(date) &&
            inTime(date),
        );
        expect(nextDelivery(given, now)?.date).toBe(first);
      }),
    );
  });
});

test("terms out of range are refused", () => {
  const valid = { ...NO_ORDERING_TERMS, deliveryDays: [1, 7], orderDaysBefore: 0, orderBeforeHour: 24 };
  expect(orderingTermsSchema.safeParse(valid).success).toBe(true);
  for (const wrong of [
    { minimumHtCents: 0 },
    { minimumHtCents: -1 },
    { deliveryDays: [0] },
    { deliveryDays: [8] },
    { orderDaysBefore: 31 },
    { orderBeforeHour: 0 },
    { orderBeforeHour: 25 },
  ])
    expect(orderingTermsSchema.safeParse({ ...valid, ...wrong }).success).toBe(false);
});
