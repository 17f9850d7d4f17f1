import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aliasesOf, articleOfAliases } from "../../../shared/invoices/aliases.ts";
import { declaredHtCents, gapOf, purchasesOf, sumOfPurchases } from "../../../shared/invoices/purchases.ts";
import { lineAmountHtCents } from "../../../shared/money.ts";
import { anAdjustment, anInvoice, anInvoiceLine } from "../../support/invoices.ts";

const amounts = (invoice: Parameters<typeof purchasesOf>[0]) =>
  purchasesOf(invoice).map(({ key, netCents }) => [key, netCents]);

describe("what an invoice makes the canteen buy", () => {
  it("is its lines, with unit, price and VAT in the product's own integers", () => {
    expect(purchasesOf(anInvoice())).toMatchObject([
      {
        key: "line-1",
        quantityMilli: 10_000,
        unit: "KG",
        unitPriceHtE4: 20_000,
        netCents: 2_000,
        vatBp: 550,
      },
    ]);
  });

  it("shares a document's allowance among the lines of its VAT rate, to the cent", () => {
    const lines = [
      anInvoiceLine({ netCents: 1_000, vatRate: "5.5" }),
      anInvoiceLine({ netCents: 2_000, vatRate: "5.5" }),
      anInvoiceLine({ netCents: 5_000, vatRate: "20" }),
    ];
    const allowances = [anAdjustment({ cents: 100, vatRate: "5.5" })];
    const invoice = anInvoice({ lines, allowances });
    expect(amounts(invoice)).toEqual([
      ["line-1", 967],
      ["line-2", 1_933],
      ["line-3", 5_000],
    ]);
    expect(sumOfPurchases(purchasesOf(invoice))).toBe(declaredHtCents(invoice));
  });

  it("shares it among all lines when none has its rate, or it has none", () => {
    const lines = [anInvoiceLine({ netCents: 1_000 }), anInvoiceLine({ netCents: 1_000 })];
    const of = (vatRate: string | null) =>
      amounts(anInvoice({ lines, allowances: [anAdjustment({ cents: 101, vatRate })] }));
    expect(of("10")).toEqual([
      ["line-1", 949],
      ["line-2", 950],
    ]);
    expect(of(null)).toEqual(of("10"));
  });

  it("makes a charge a line of its own, that is no article", () => {
    const invoice = anInvoice({
      charges: [anAdjustment({ cents: 1_500, reason: "Transport", vatRate: "20" })],
    });
    expect(purchasesOf(invoice)[1]).toMatchObject({
      key: "charge-1",
      kind: "charge",
      name: "Transport",
      netCents: 1_500,
      vatBp: 2_000,
      aliases: [],
    });
    expect(gapOf(invoice)).toBe(0);
  });

  it("adds up to the declared total whatever the lines, allowances and charges", () => {
    const cents = fc.integer({ min: -50_000, max: 200_000 });
    const rate = fc.constantFrom("5.5", "10", "20", null);
    const adjustment = fc.record({ cents: fc.integer({ min: 0, max: 9_999 }), vatRate: rate });
    fc.assert(
      fc.property(
        fc.array(fc.record({ netCents: cents, vatRate: rate }), { minLength: 1, maxLength: 8 }),
        fc.array(adjustment, { maxLength: 3 }),
        fc.array(adjustment, { maxLength: 3 }),
        (lines, allowances, charges) => {
          const invoice = anInvoice({
            lines: lines.map(anInvoiceLine),
            allowances: allowances.map(anAdjustment),
            charges: charges.map(anAdjustment),
          });
          expect(gapOf(invoice)).toBe(0);
          for (const { quantityMilli, unitPriceHtE4, netCents } of purchasesOf(invoice))
            if (quantityMilli !== null && unitPriceHtE4 !== null)
              expect(lineAmountHtCents({ quantityMilli, unitPriceHtE4 })).toBe(netCents);
        },
      ),
    );
  });

  it("takes the price that gives the amount to the cent, and none when no price does", () => {
    const of = (line: Partial<ReturnType<typeof anInvoiceLine>>) =>
      purchasesOf(anInvoice({ lines: [anInvoiceLine(line)] }))[0];
    expect(of({ quantity: "3", unitPrice: "3.3333", netCents: 1_000 })?.unitPriceHtE4).toBe(33_333);
    expect(of({ quantity: "10", unitPrice: "2", netCents: 1_900 })?.unitPriceHtE4).toBe(19_000);
    expect(
      of({ quantity: "12", unitPrice: "20", priceBaseQuantity: "100", netCents: 240 })?.unitPriceHtE4,
    ).toBe(2_000);
    const large = of({ quantity: "30000", unitPrice: "0.33333", netCents: 1_000_033 });
    expect(large).toMatchObject({ netCents: 1_000_033, unitPriceHtE4: null });
    expect(lineAmountHtCents({ quantityMilli: 30_000_000, unitPriceHtE4: 3_333 })).not.toBe(1_000_033);
    expect(of({ quantity: "0", netCents: 500 })?.unitPriceHtE4).toBeNull();
  });

  it("counts tonnes as kilograms and dozens as pieces, at the price of one", () => {
    const of = (line: Parameters<typeof anInvoiceLine>[0]) =>
      purchasesOf(anInvoice({ lines: [anInvoiceLine(line)] }))[0];
    expect(of({ unit: "TNE", quantity: "1.5", unitPrice: "800", netCents: 120_000 })).toMatchObject({
      unit: "KG",
      quantityMilli: 1_500_000,
      unitPriceHtE4: 8_000,
    });
    expect(of({ unit: "DZN", quantity: "2", unitPrice: "3", netCents: 600 })).toMatchObject({
      unit: "PIECE",
      quantityMilli: 24_000,
      unitPriceHtE4: 2_500,
    });
  });

  it("keeps only an amount where the unit is none of food", () => {
    const [purchase] = purchasesOf(anInvoice({ lines: [anInvoiceLine({ unit: "HUR", quantity: "2" })] }));
    expect(purchase).toMatchObject({ quantityMilli: null, unit: null, unitCode: "HUR", netCents: 2_000 });
  });

  it("tells by how much lines and declared total differ", () => {
    const invoice = anInvoice();
    const short = { ...invoice, totals: { ...invoice.totals, taxExclusiveCents: 1_950 } };
    expect(gapOf(short)).toBe(50);
    const silent = { ...invoice.totals, taxExclusiveCents: null, linesCents: null };
    expect(gapOf({ ...invoice, totals: silent })).toBe(0);
  });
});

describe("the names an article is remembered under", () => {
  const line = {
    sellerItemId: null,
    gtin: null,
    name: null,
    description: null,
    vatRate: null,
    fromTotals: false,
  };

  it("are its number, then its GTIN; its name only when it has no number", () => {
    expect(aliasesOf({ ...line, sellerItemId: " ab-1 ", gtin: "3017620422003", name: "Pâte" })).toEqual([
      "id:AB-1",
      "gtin:3017620422003",
    ]);
    expect(aliasesOf({ ...line, name: "Carottes  BIO, 10 kg" })).toEqual(["name:carottes bio 10 kg"]);
    expect(aliasesOf({ ...line, fromTotals: true, vatRate: "5.5" })).toEqual(["rate:5.5"]);
    expect(aliasesOf(line)).toEqual([]);
  });

  it("find the one article of the catalogue with that number or name, and none of two", () => {
    const offers = [
      { id: "a", code: "AB-1", name: "Carottes" },
      { id: "b", code: null, name: "Poireaux" },
      { id: "c", code: null, name: "poireaux" },
    ];
    expect(articleOfAliases(["id:AB-1"], offers)).toBe("a");
    expect(articleOfAliases(["name:carottes"], offers)).toBe("a");
    expect(articleOfAliases(["name:poireaux"], offers)).toBeNull();
    expect(articleOfAliases(["gtin:3017620422003"], offers)).toBeNull();
  });
});
