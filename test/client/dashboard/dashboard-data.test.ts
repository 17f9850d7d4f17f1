import { describe, expect, test } from "vitest";
import { sortRows } from "../../../client/dashboard/breakdown-table.tsx";
import { linesOf } from "../../../client/dashboard/dashboard-data.ts";
import { formatGap, rangeWords } from "../../../client/dashboard/words.ts";
import { canteenFigures, nextTarget } from "../../../shared/figures.ts";
import { cell } from "../../support/cells.ts";

const target = (shareBp: number, strict: number | null) => ({
  source: "organisation" as const,
  shareBp,
  law: null,
  gap: { strict, declared: strict },
});

describe("the target shown first", () => {
  test.each([
    ["the lowest not reached", [target(5000, 900), target(2000, 300)], 2000],
    ["the next one once the lowest is reached", [target(5000, 900), target(2000, 0)], 5000],
    ["the highest once all are reached", [target(5000, 0), target(2000, 0)], 5000],
    ["the lowest when nothing was bought", [target(5000, null), target(2000, null)], 2000],
  ])("is %s", (_name, targets, shareBp) => {
    expect(nextTarget(targets)?.shareBp).toBe(shareBp);
  });

  test("is none without target", () => {
    expect(nextTarget([])).toBeNull();
  });
});

describe("words", () => {
  test("a gap is never rounded down", () => {
    expect(formatGap(321_001, "value", "fr")).toBe("3\u202F211\u00A0€");
    expect(formatGap(321_000, "value", "fr")).toBe("3\u202F210\u00A0€");
    expect(formatGap(1, "value", "en")).toBe("€1");
    expect(formatGap(412_001, "weight", "fr")).toBe("413\u00A0kg");
  });

  test("months of one year name it once", () => {
    expect(rangeWords({ fromMonth: "2026-01", toMonth: "2026-10" }, "fr")).toEqual({
      from: "janvier",
      to: "octobre 2026",
    });
    expect(rangeWords({ fromMonth: "2025-09", toMonth: "2026-06" }, "en")).toEqual({
      from: "September 2025",
      to: "June 2026",
    });
    const one = rangeWords({ fromMonth: "2026-01", toMonth: "2026-01" }, "fr");
    expect(one.from === one.to).toBe(true);
  });
});

test("a figure's address names its canteen and months, and the filter narrows them", () => {
  const known = { scope: { canteen: "c" }, range: { fromMonth: "2026-01", toMonth: "2026-12" } };
  expect(linesOf(known, { indicator: "LOCAL", part: "strict" })).toEqual({
    canteen: "c",
    from: "2026-01",
    to: "2026-12",
    indicator: "LOCAL",
    part: "strict",
  });
  expect(linesOf(known, { from: "2026-03", to: "2026-03" })).toMatchObject({
    from: "2026-03",
    to: "2026-03",
  });
});

test("rows sort by rate, and one over nothing comes last both ways", () => {
  const rows = canteenFigures(
    [
      cell({ canteenId: "low", strictCategory: "NON_EGALIM" }),
      cell({ canteenId: "nothing", amountCents: 0 }),
      cell({ canteenId: "high", strictCategory: "BIO" }),
    ],
    "value",
  );
  const sorted = (direction: "asc" | "desc") =>
    sortRows(rows, { key: "share", direction }, "ORGANIC").map(({ key }) => key);
  expect(sorted("desc")).toEqual(["high", "low", "nothing"]);
  expect(sorted("asc")).toEqual(["low", "high", "nothing"]);
});
