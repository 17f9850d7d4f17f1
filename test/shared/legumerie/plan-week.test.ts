import { describe, expect, test } from "vitest";
import { addDays } from "../../../shared/calendar.ts";
import type { PlanAround, PlanOrder, WeekPlan } from "../../../shared/legumerie/plan-week.ts";
import { planWeek } from "../../../shared/legumerie/plan-week.ts";
import { CARROTS, LEEKS, STICKS, PLAN_TODAY as TODAY } from "../../support/plans.ts";

const week = (capacityGrams: number | null = 100_000) =>
  Array.from({ length: 5 }, (_, index) => ({ day: addDays(TODAY, index), capacityGrams, workedGrams: 0 }));
const anOrder = (order: Partial<PlanOrder> = {}): PlanOrder => ({
  key: "a",
  productId: "grated carrots",
  cut: "GRATED",
  grams: 40_000,
  wantedOn: "2026-11-26",
  organic: false,
  ...order,
});
const aLot = (lot: Partial<PlanAround["lots"][number]> = {}) => ({
  id: "lot",
  productId: "carrot",
  grams: 500_000,
  receivedOn: "2026-11-20",
  organic: false,
  ...lot,
});
const inStock = (stock: Partial<PlanAround["stock"][number]> = {}) => ({
  id: "stock",
  productId: "grated carrots",
  cut: "GRATED" as const,
  grams: 10_000,
  useBy: "2026-11-28",
  organic: false,
  ...stock,
});
const plan = (around: Partial<PlanAround>): WeekPlan =>
  planWeek({
    days: week(),
    orders: [anOrder()],
    stock: [],
    lots: [aLot()],
    recipes: [CARROTS, STICKS, LEEKS],
    ...around,
  });

describe("the plan of the week", () => {
  test("makes an order the day before, of the lots received first, after what is in stock", () => {
    const lots = [aLot({ id: "new", receivedOn: "2026-11-22" }), aLot({ id: "old", grams: 20_000 })];
    const { batches, picks, orders, days } = plan({ stock: [inStock()], lots });
    expect(picks).toEqual([{ key: "a", stockId: "stock", grams: 10_000 }]);
    // 30 kg at 80 %: 37.5 kg, taken by whole kilos.
    expect(batches).toMatchObject([
      {
        day: "2026-11-25",
        inputs: [
          { lotId: "old", grams: 20_000 },
          { lotId: "new", grams: 18_000 },
        ],
        inputGrams: 38_000,
        outputGrams: 30_400,
        spareGrams: 400,
        orders: [{ key: "a", grams: 30_000 }],
      },
    ]);
    expect(orders).toMatchObject([
      { outcome: "SERVED", stockGrams: 10_000, onTimeGrams: 30_000, toBuy: null },
    ]);
    expect(days.map(({ plannedGrams }) => plannedGrams)).toEqual([0, 0, 38_000, 0, 0]);
  });

  test("takes the earliest use-by, never one that is past on the day of delivery", () => {
    const stock = [
      inStock({ id: "late", useBy: "2026-11-30" }),
      inStock({ id: "past", useBy: "2026-11-25" }),
      inStock({ id: "soon", useBy: "2026-11-26" }),
    ];
    const { picks } = plan({ stock, orders: [anOrder({ grams: 15_000 })] });
    expect(picks.map(({ stockId, grams }) => [stockId, grams])).toEqual([
      ["soon", 10_000],
      ["late", 5_000],
    ]);
  });

  test("goes back to earlier days as the use-by date allows, then is late and says why", () => {
    const orders = [
      anOrder({ key: "a", productId: "carrot sticks", cut: "CHIPS", grams: 150_000 }),
      anOrder({ key: "b", productId: "carrot sticks", cut: "CHIPS", grams: 30_000, wantedOn: "2026-11-24" }),
    ];
    const { batches, orders: planned } = plan({ orders });
    expect(batches.map(({ day, inputGrams }) => [day, inputGrams])).toEqual([
      ["2026-11-23", 46_000],
      ["2026-11-24", 100_000],
      ["2026-11-25", 100_000],
      ["2026-11-26", 30_000],
    ]);
    expect(planned.find(({ key }) => key === "b")).toMatchObject({ outcome: "SERVED", reason: null });
    const full = plan({ days: week(20_000) }).orders[0];
    expect(full).toMatchObject({ outcome: "SERVED", onTimeGrams: 40_000 });
    const tight = plan({ days: week(12_000) }).orders[0];
    expect(tight).toMatchObject({
      outcome: "LATE",
      onTimeGrams: 38_400,
      lateGrams: 1_600,
      reason: "CAPACITY",
    });
    expect(tight?.lateOn).toBe("2026-11-27");
  });

  test("says what is over capacity when no day is left, and what to buy when no lot is", () => {
    expect(plan({ days: week(7_000) }).orders).toMatchObject([
      { outcome: "PARTLY", onTimeGrams: 22_400, lateGrams: 5_600, overGrams: 12_000, reason: "CAPACITY" },
    ]);
    expect(plan({ lots: [aLot({ grams: 10_000 })] }).orders).toMatchObject([
      {
        outcome: "PARTLY",
        onTimeGrams: 8_000,
        missingGrams: 32_000,
        toBuy: { rawProductId: "carrot", grams: 40_000, neededOn: "2026-11-25" },
      },
    ]);
    expect(plan({ lots: [], days: week(0) }).orders).toMatchObject([
      { outcome: "UNSERVED", missingGrams: 40_000, toBuy: { neededOn: null } },
    ]);
  });

  test("starts no batch for less than a crate, unless no more is wanted", () => {
    const lots = [aLot({ grams: 600 })];
    expect(plan({ lots })).toMatchObject({ batches: [], orders: [{ missingGrams: 40_000 }] });
    const small = plan({ lots: [aLot()], orders: [anOrder({ grams: 2_000 })] });
    expect(small.batches).toMatchObject([{ inputGrams: 3_000, orders: [{ key: "a", grams: 2_000 }] }]);
  });

  test("keeps the lots proven organic for orders that want them, and gives only those", () => {
    const orders = [
      anOrder({ key: "plain", wantedOn: "2026-11-24" }),
      anOrder({ key: "organic", organic: true, grams: 60_000 }),
    ];
    const lots = [aLot({ id: "ab", organic: true, grams: 80_000 }), aLot({ id: "plain", grams: 1_000_000 })];
    const { batches } = plan({ orders, lots, days: week(null) });
    expect(batches.map(({ organic, inputs }) => [organic, inputs])).toEqual([
      // Received the same day: only what organic orders leave of it, the oldest first.
      [
        false,
        [
          { lotId: "ab", grams: 5_000 },
          { lotId: "plain", grams: 45_000 },
        ],
      ],
      [true, [{ lotId: "ab", grams: 75_000 }]],
    ]);
  });

  test("tells an order of a day that is over from one that has no room", () => {
    const passed = plan({ orders: [anOrder({ wantedOn: "2026-11-20" })] }).orders[0];
    expect(passed).toMatchObject({ outcome: "LATE", lateGrams: 40_000, lateOn: TODAY, reason: "PASSED" });
    const shut = week().map((day, index) => ({ ...day, capacityGrams: index < 4 ? 0 : 100_000 }));
    expect(plan({ days: shut }).orders[0]).toMatchObject({ outcome: "LATE", reason: "CLOSED" });
  });
});
