import { describe, expect, test } from "vitest";
import { readFields } from "../../../client/orders/read-fields.ts";
import { repeatLines } from "../../../client/orders/repeat-lines.ts";
import { isPriceCarried } from "../../../client/orders/row.ts";
import type { OrderLine } from "../../../shared/orders.ts";
import { context, offer } from "../../support/entry-rows.ts";
import { anOrderLine } from "../../support/seed.ts";

const CARROT = offer();
const around = context([CARROT]);
const ordered = (given: Partial<OrderLine>): OrderLine =>
  anOrderLine({
    offerId: CARROT.id,
    productId: CARROT.productId,
    description: CARROT.name,
    quantityMilli: 12_500,
    unit: "BOX",
    unitPriceHtE4: 100_000,
    receivedMilli: 3_000,
    refusal: { reason: "DAMAGED", note: null },
    ...given,
  });

describe("lines ordered again", () => {
  test("an article keeps its quantity and takes today's facts and its last price, marked as carried", () => {
    const line = ordered({ claims: [], intermediaries: null });
    const [row] = repeatLines([line], around);
    expect(row?.id).not.toBe(line.id);
    expect(row?.texts).toMatchObject({
      article: "Carotte bio",
      quantity: "12,5",
      unit: "carton",
      price: "12,50",
      received: "",
      marks: "Bio",
      intermediaries: "0",
    });
    expect(row !== undefined && isPriceCarried(row)).toBe(true);
    expect(row?.refusal).toBeNull();
  });

  test("what is sold by another unit now, or no longer sold, comes back as it was", () => {
    const lines = [
      ordered({ unit: "KG", unitPriceHtE4: 9_900 }),
      ordered({ offerId: null, productId: null, description: "Panier du jardin", unit: "PIECE" }),
    ];
    const rows = repeatLines(lines, around);
    expect(rows.map(({ texts }) => [texts.article, texts.quantity, texts.unit, texts.price])).toEqual([
      ["Carotte bio", "12,5", "kg", "0,99"],
      ["Panier du jardin", "12,5", "pce", "10,00"],
    ]);
    expect(rows.some(isPriceCarried)).toBe(false);
  });

  test("what comes back reads without error", () => {
    const [row] = repeatLines([ordered({})], around);
    expect(row && readFields(row, around).errors).toEqual({});
  });
});
