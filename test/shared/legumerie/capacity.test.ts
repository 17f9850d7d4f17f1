import { describe, expect, test } from "vitest";
import { addDays } from "../../../shared/calendar.ts";
import type { Capacity } from "../../../shared/legumerie/capacity.ts";
import {
  capacityBetween,
  capacityInForce,
  capacityOfWeek,
  capacityOn,
  checkCapacity,
  closedOn,
  mondayOf,
  tidyCapacity,
} from "../../../shared/legumerie/capacity.ts";
import { aCapacity } from "../../support/ledger.ts";

const of = (...capacities: Capacity[]) => ({ capacities, zone: "B" as const });

describe("the capacity of a workshop", () => {
  test("is not known before the first one said, and each holds until the next", () => {
    const calendar = of(aCapacity({ validFrom: "2026-11-02", gramsPerDay: 800_000 }), aCapacity());
    expect(capacityOn(calendar, "2026-08-31")).toBeNull();
    expect(capacityOn(calendar, "2026-09-01")).toBe(500_000);
    expect(capacityOn(calendar, "2026-10-16")).toBe(500_000);
    expect(capacityOn(calendar, "2026-11-02")).toBe(800_000);
    expect(capacityInForce(calendar, "2026-11-01")?.gramsPerDay).toBe(500_000);
  });

  test("is nothing on a closed day, and says why", () => {
    const closures = [{ from: "2026-11-24", to: "2026-11-25", why: "panne" }];
    const calendar = of(aCapacity({ closures }));
    expect(closedOn(calendar, "2026-11-23")).toBeNull();
    expect(closedOn(calendar, "2026-11-24")).toBe("CLOSURE");
    expect(closedOn(calendar, "2026-11-25")).toBe("CLOSURE");
    expect(closedOn(calendar, "2026-11-26")).toBeNull();
    expect(closedOn(calendar, "2026-11-28")).toBe("WEEKDAY");
    expect(closedOn(calendar, "2026-11-11")).toBe("PUBLIC_HOLIDAY");
    expect(closedOn(calendar, "2026-10-20")).toBe("SCHOOL_HOLIDAY");
    expect(capacityOn(calendar, "2026-10-20")).toBe(0);
    expect(closedOn(of(aCapacity({ schoolCalendar: false })), "2026-10-20")).toBeNull();
  });

  test("of a week or a period is the sum of its days, and not known when one of them is not", () => {
    const calendar = of(aCapacity());
    expect(mondayOf("2026-11-26")).toBe("2026-11-23");
    expect(mondayOf("2026-11-23")).toBe("2026-11-23");
    expect(mondayOf("2026-11-29")).toBe("2026-11-23");
    expect(capacityOfWeek(calendar, "2026-11-23")).toBe(2_500_000);
    // Wednesday 11 November.
    expect(capacityOfWeek(calendar, "2026-11-09")).toBe(2_000_000);
    expect(capacityOfWeek(calendar, "2026-08-31")).toBeNull();
    expect(capacityBetween(calendar, { from: "2026-11-26", to: "2026-11-26" })).toBe(500_000);
  });

  test("on the school calendar is open 36 weeks of 52", () => {
    const calendar = of(aCapacity({ validFrom: "2024-09-01" }));
    const mondays = Array.from({ length: 52 }, (_, week) => addDays("2025-09-01", 7 * week));
    const open = mondays.filter((monday) => (capacityOfWeek(calendar, monday) ?? 0) > 0);
    expect(open).toHaveLength(36);
  });

  test("is kept with its days in order, and refused when a closure ends before it starts", () => {
    const closures = [
      { from: "2026-12-10", to: "2026-12-11", why: null },
      { from: "2026-11-24", to: "2026-11-23", why: null },
    ];
    const said = aCapacity({ weekdays: [5, 1, 1], closures });
    expect(tidyCapacity(said).weekdays).toEqual([1, 5]);
    expect(tidyCapacity(said).closures.map(({ from }) => from)).toEqual(["2026-11-24", "2026-12-10"]);
    expect(checkCapacity(said)).toEqual([
      { field: "closures.1.to", code: "CLOSURE_ENDS_BEFORE_START", grams: null },
    ]);
    expect(checkCapacity(aCapacity())).toEqual([]);
  });
});
