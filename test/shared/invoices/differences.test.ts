import { describe, expect, it } from "vitest";
import { newId } from "../../../shared/ids.ts";
import { differenceKey, differencesOf, settledOrder } from "../../../shared/invoices/differences.ts";
import { lineAmounts } from "../../../shared/order-amounts.ts";
import type { OrderLine } from "../../../shared/orders.ts";
import { anOrder, anOrderLine } from "../../support/seed.ts";

const offerId = newId();
const carrots = anOrderLine({ offerId, description: "Carottes" });
const leeks = anOrderLine({ description: "Poireaux", amountHtCents: 2_000 });
const billedCarrots = anOrderLine({
  offerId,
  description: "CAROTTE 10KG",
  quantityMilli: 9_000,
  amountHtCents: 1_800,
});
const billedLeeks = anOrderLine({ description: "poireaux" });
const billedOnions = anOrderLine({ description: "Oignons" });

describe("an order beside its invoice", () => {
  it("pairs by article, then by words, and names what is missing and what was not ordered", () => {
    const found = differencesOf([carrots, leeks], [billedOnions, billedCarrots]);
    expect(found.map(({ kind, differenceCents }) => [kind, differenceCents])).toEqual([
      ["changed", -200],
      ["missing", -2_000],
      ["extra", 2_000],
    ]);
    expect(differencesOf([leeks], [billedLeeks])[0]?.kind).toBe("same");
  });

  it("gives each line of the invoice to one line of the order at most", () => {
    const twice = [anOrderLine({ offerId }), anOrderLine({ offerId })];
    expect(differencesOf(twice, [billedCarrots]).map(({ kind }) => kind)).toEqual(["changed", "missing"]);
  });

  it("is settled by the invoice's figures unless a line keeps its own", () => {
    const order = anOrder({ supplierId: newId(), lines: [carrots, leeks] });
    const found = differencesOf(order.lines, [billedCarrots, billedOnions]);
    const [changed, missing, extra] = found.map(differenceKey);
    expect(settledOrder(order, found, {}).lines).toMatchObject([
      { id: carrots.id, quantityMilli: 10_000, receivedMilli: 9_000 },
      { id: leeks.id, receivedMilli: 0 },
      { id: billedOnions.id },
    ]);
    const mine = { [changed ?? ""]: "mine", [missing ?? ""]: "mine", [extra ?? ""]: "mine" } as const;
    expect(settledOrder(order, found, mine).lines).toEqual([carrots, leeks]);
  });

  it("takes quantity, unit and weight together when the invoice counts in another unit", () => {
    const box = anOrderLine({
      offerId,
      unit: "BOX",
      unitGrams: 10_000,
      quantityMilli: 1_000,
      unitPriceHtE4: 190_000,
    });
    const order = anOrder({ supplierId: newId(), lines: [carrots] });
    expect(settledOrder(order, differencesOf(order.lines, [box]), {}).lines).toMatchObject([
      { id: carrots.id, unit: "BOX", unitGrams: 10_000, quantityMilli: 1_000, receivedMilli: null },
    ]);
  });

  it("leaves nothing to pay for what came unordered and is not billed", () => {
    const unordered = anOrderLine({ description: "Navets", quantityMilli: null, receivedMilli: 3_000 });
    const order = anOrder({ supplierId: newId(), lines: [unordered] });
    const [line] = settledOrder(order, differencesOf(order.lines, []), {}).lines;
    expect(line && lineAmounts(line, "ORDER").amountHtCents).toBe(0);
  });

  it("says why goods were refused only while less is billed than was ordered", () => {
    const refusal = { reason: "DAMAGED", note: null } as const;
    const refused = { ...carrots, receivedMilli: 8_000, refusal };
    const settled = (billed: Partial<OrderLine>) => {
      const theirs = anOrderLine({ offerId, ...billed });
      const order = anOrder({ supplierId: newId(), lines: [refused] });
      return settledOrder(order, differencesOf(order.lines, [theirs]), {}).lines[0]?.refusal;
    };
    expect(settled({ quantityMilli: 8_000 })).toEqual(refusal);
    expect(settled({ quantityMilli: 10_000 })).toBeNull();
    expect(settled({ unit: "BOX", quantityMilli: 1_000 })).toBeNull();
  });
});
