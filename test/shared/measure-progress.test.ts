import { describe, expect, test } from "vitest";
import { isLate, lastMonthOver, progressOf, shareBpOf } from "../../shared/measure-progress.ts";

describe("the progress of a measure", () => {
  const upwards = { startValue: 1_000, targetValue: 2_000 };
  const downwards = { startValue: 3_000, targetValue: 2_500 };

  test.each([
    [upwards, 1_500, { gap: 500, doneBp: 5_000, reached: false }],
    [upwards, 900, { gap: 1_100, doneBp: -1_000, reached: false }],
    [upwards, 2_000, { gap: 0, doneBp: 10_000, reached: true }],
    [upwards, 2_100, { gap: -100, doneBp: 11_000, reached: true }],
    [downwards, 2_750, { gap: -250, doneBp: 5_000, reached: false }],
    [downwards, 2_400, { gap: 100, doneBp: 12_000, reached: true }],
    [{ startValue: 2_000, targetValue: 2_000 }, 2_000, { gap: 0, doneBp: null, reached: true }],
    [upwards, null, { gap: null, doneBp: null, reached: null }],
  ])("%j at %j", (measure, value, expected) => {
    expect(progressOf(measure, value)).toEqual(expected);
  });

  test("a rate is rounded half up, and is nothing over nothing", () => {
    expect(shareBpOf({ numerator: 1, denominator: 8 })).toBe(1_250);
    expect(shareBpOf({ numerator: 12_345, denominator: 1_000_000 })).toBe(123);
    expect(shareBpOf({ numerator: 12_350, denominator: 1_000_000 })).toBe(124);
    expect(shareBpOf({ numerator: 0, denominator: 0 })).toBeNull();
  });

  test("is late once its day is past, while something is still to be done", () => {
    const due = { dueOn: "2026-11-22" };
    expect(isLate({ ...due, state: "under-way" }, "2026-11-22")).toBe(false);
    expect(isLate({ ...due, state: "under-way" }, "2026-11-23")).toBe(true);
    expect(isLate({ ...due, state: "done" }, "2026-11-23")).toBe(false);
    expect(lastMonthOver("2026-01-05")).toBe("2025-12");
  });
});
