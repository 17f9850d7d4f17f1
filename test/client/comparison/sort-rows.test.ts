import { describe, expect, test } from "vitest";
import type { ComparedRow } from "../../../client/comparison/compared-rows.ts";
import { validateComparerSearch } from "../../../client/comparison/search.ts";
import { cheapestRows, sortRows } from "../../../client/comparison/sort-rows.ts";
import { classify } from "../../../shared/classification/classify.ts";
import { lineFacts, place } from "../../support/line-facts.ts";

const VERDICT = classify(lineFacts(), { canteen: place(), localDefinition: null, certificates: [] });

function row(name: string, price: number | null, more: { on?: string; km?: number } = {}): ComparedRow {
  return {
    productId: "carotte",
    product: { id: "carotte", name: "Carotte", nameEn: "", gamme: "FRESH", refuseBp: 1100, season: [] },
    edible: null,
    ediblePrice: null,
    terms: null,
    reliability: null,
    supplierId: name,
    supplierName: name,
    kind: "PRODUCER",
    statuses: [],
    articleName: "Carotte",
    producerName: null,
    intermediaries: 0,
    verdict: VERDICT,
    replacement: null,
    distance:
      more.km === undefined
        ? null
        : { nearestM: 0, farthestM: more.km * 1000, uncertaintyM: 100, communeNames: [], assumed: false },
    price:
      price === null
        ? null
        : {
            last: { amountCents: price, weightGrams: 1000, on: more.on ?? "2026-10-01", canteenId: "c" },
            lines: 1,
            canteens: 1,
            minCentsPerKg: price,
            maxCentsPerKg: price,
            history: [],
          },
  };
}

const ROWS = [
  row("Zoé", 200, { on: "2026-01-05", km: 5 }),
  row("Ève", null, { km: 90 }),
  row("Alix", 100, { on: "2026-11-05" }),
  row("Ben", 100, { on: "2026-05-05", km: 40 }),
];
const names = (rows: readonly ComparedRow[]): string[] => rows.map(({ supplierName }) => supplierName);

describe("sortRows", () => {
  test.each([
    ["price", "asc", ["Alix", "Ben", "Zoé", "Ève"]],
    ["price", "desc", ["Zoé", "Alix", "Ben", "Ève"]],
    ["distance", "asc", ["Zoé", "Ben", "Ève", "Alix"]],
    ["distance", "desc", ["Ève", "Ben", "Zoé", "Alix"]],
    ["last", "desc", ["Alix", "Ben", "Zoé", "Ève"]],
    ["name", "asc", ["Alix", "Ben", "Ève", "Zoé"]],
    ["name", "desc", ["Zoé", "Ève", "Ben", "Alix"]],
  ] as const)("by %s %s, what is not known comes last", (key, direction, expected) => {
    expect(names(sortRows(ROWS, { key, direction }))).toEqual(expected);
  });
});

describe("cheapestRows", () => {
  test("is every supplier at the lowest price, and none without a price", () => {
    expect([...cheapestRows(ROWS, "price")].sort()).toEqual(["carotte/Alix", "carotte/Ben"]);
    expect(cheapestRows([row("Ève", null)], "price").size).toBe(0);
  });
});

describe("validateComparerSearch", () => {
  test("keeps what the page understands and drops the rest", () => {
    const produit = "01856aa0-c800-793a-b595-ad449758e356";
    expect(validateComparerSearch({ produit, tri: "distance", sens: "desc", x: 1 })).toEqual({
      produit,
      tri: "distance",
      sens: "desc",
    });
    expect(validateComparerSearch({ produit: "1 or 1=1", tri: "drop", sens: 3, cantine: [] })).toEqual({});
  });
});
