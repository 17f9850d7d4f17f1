import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../../shared/cells.ts";
import { perIndicator } from "../../../shared/figures.ts";
import { newsSinceLastMonth } from "../../../shared/indicators/since-last-month.ts";
import { anyCell, cell } from "../../support/cells.ts";

const NO_TARGET = new Map<string, Record<string, never>>();
const ASKED = {
  range: { fromMonth: "2025-01", toMonth: "2025-12" },
  basis: "value",
  today: "2025-04-12",
  targets: NO_TARGET as never,
} as const;
const organic = { strictCategory: "BIO", declaredCategory: "BIO" } as const;

function news(cells: Cell[], asked: Partial<Parameters<typeof newsSinceLastMonth>[1]> = {}) {
  return newsSinceLastMonth(cells, { ...ASKED, ...asked });
}

describe("what the last month changed", () => {
  test("is the rate with the month against the rate without it", () => {
    const answer = news([
      cell({ month: "2025-02", amountCents: 1000 }),
      cell({ month: "2025-03", amountCents: 1000, ...organic }),
      cell({ month: "2025-04", amountCents: 9000, ...organic }),
    ]);
    expect(answer?.month).toBe("2025-03");
    expect(answer?.items.find(({ indicator, kind }) => indicator === "ORGANIC" && kind === "rate")).toEqual({
      kind: "rate",
      indicator: "ORGANIC",
      before: { numerator: 0, denominator: 1000 },
      now: { numerator: 1000, denominator: 2000 },
      effectMilli: 50_000,
      most: null,
    });
  });

  test("is nothing in the first month of the period, and while none is over", () => {
    expect(
      news([cell({ month: "2025-03" })], { range: { fromMonth: "2025-03", toMonth: "2025-12" } }),
    ).toBeNull();
    expect(news([cell()], { today: "2025-01-31" })).toBeNull();
  });

  test("names the canteen that passed its target, upwards or downwards", () => {
    const targets = new Map(
      ["up", "down"].map((id) => [id, perIndicator((one) => (one === "ORGANIC" ? [2000] : []))]),
    );
    const answer = news(
      [
        cell({ canteenId: "up", month: "2025-02", amountCents: 1000 }),
        cell({ canteenId: "up", month: "2025-03", amountCents: 1000, ...organic }),
        cell({ canteenId: "down", month: "2025-02", amountCents: 1000, ...organic }),
        cell({ canteenId: "down", month: "2025-03", amountCents: 9000 }),
      ],
      { targets },
    );
    const passed = answer?.items.filter(({ kind }) => kind === "reached" || kind === "lost") ?? [];
    expect(passed.map((item) => [item.kind, "canteenId" in item ? item.canteenId : null])).toEqual([
      ["lost", "down"],
      ["reached", "up"],
    ]);
  });

  test("tells what waits for its proof", () => {
    const answer = news([
      cell({ month: "2025-02" }),
      cell({ month: "2025-03", declaredCategory: "BIO", amountCents: 3000 }),
    ]);
    expect(answer?.items.filter(({ kind }) => kind === "unproven")).toEqual([
      { kind: "unproven", indicator: "EGALIM", units: 3000, effectMilli: 75_000 },
    ]);
  });

  test("comes largest effect first, and never says more than the rates moved", () => {
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 30 }), (cells) => {
        const answer = news(cells, {
          today: "2026-02-01",
          range: { fromMonth: "2024-12", toMonth: "2026-01" },
        });
        const sizes = (answer?.items ?? []).map(({ effectMilli }) => Math.abs(effectMilli));
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        for (const item of answer?.items ?? [])
          if (item.kind === "rate") {
            const { before, now, effectMilli } = item;
            const moved = now.numerator / now.denominator - before.numerator / before.denominator;
            expect(effectMilli).toBeCloseTo(moved * 100_000, -0.4);
          }
      }),
      { numRuns: 100 },
    );
  });
});
