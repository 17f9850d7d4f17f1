import { expect, test } from "vitest";
import type { OrderLine } from "../../shared/orders.ts";
import { checkOrder } from "../../shared/orders.ts";
import { anOrder, anOrderLine, TODAY } from "../support/seed.ts";

function issuesOf(line: Partial<OrderLine>): string[] {
  const order = anOrder({ supplierId: "0190a000-0000-7000-8000-000000000001", lines: [anOrderLine(line)] });
  return checkOrder(order, TODAY).map(({ field, code }) => `${field} ${code}`);
}

test("a line weighs 10 000 tonnes at most, by the kilogram, by the piece, ordered or received, returned too", () => {
  const free = { unitPriceHtE4: 0 };
  const tooLarge = ["unitGrams WEIGHT_TOO_LARGE"];
  expect(issuesOf({ ...free, unit: "KG", quantityMilli: 10_000_000_000 })).toEqual([]);
  expect(issuesOf({ ...free, unit: "KG", quantityMilli: 10_000_000_001 })).toEqual(tooLarge);
  expect(issuesOf({ ...free, unit: "PIECE", quantityMilli: 1_000, unitGrams: 10_000_000_000 })).toEqual([]);
  expect(issuesOf({ ...free, unit: "PIECE", quantityMilli: 1_000, unitGrams: 10_000_000_001 })).toEqual(
    tooLarge,
  );
  expect(issuesOf({ ...free, unit: "PIECE", quantityMilli: -1_000, unitGrams: 9e15 })).toEqual(tooLarge);
  expect(issuesOf({ ...free, unit: "BOX", receivedMilli: 2_000, unitGrams: 5_000_000_001 })).toEqual(
    tooLarge,
  );
  expect(issuesOf({ ...free, unit: "G", quantityMilli: 10_000, unitGrams: 9e15 })).toEqual([]);
  expect(issuesOf({ ...free, unit: "BOX", quantityMilli: 1_000_000, unitGrams: null })).toEqual([]);
});
