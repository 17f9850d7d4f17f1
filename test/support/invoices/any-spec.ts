import fc from "fast-check";
import { BUYER, EN16931, SELLER } from "./case.ts";
import type { Spec, SpecAdjustment, SpecLine } from "./spec.ts";
import { textOfCents, totalled } from "./spec.ts";

/** What people write: letters, signs and the characters that XML must escape, without white space at the ends. */
const texts = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(..."abcéœ&<>\"'=+-@0123456789 "),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 40,
  })
  .map((text) =>
    text
      .replace(/[\p{Cc}\p{Cs}]/gu, "")
      .replace(/\s+/g, " ")
      .trim(),
  )
  .filter((text) => text !== "");
const ids = fc.stringMatching(/^[A-Z]{1,4}-[0-9]{1,6}$/);
const days = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const rates = fc.constantFrom("2.1", "5.5", "10", "20");
const units = fc.constantFrom("KGM", "GRM", "LTR", "C62", "XBX", "XSA", "XBH");
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

const adjustments: fc.Arbitrary<SpecAdjustment> = fc.record({
  amount: fc.integer({ min: 1, max: 500 }).map(textOfCents),
  reason: maybe(texts),
  reasonCode: maybe(fc.constantFrom("95", "FC", "ZZZ")),
});

/** Quantity in thousandths and price in cents: their product in whole cents is the net amount. */
const lines: fc.Arbitrary<Omit<SpecLine, "id">> = fc
  .record({
    hundreds: fc.integer({ min: 1, max: 9_999 }),
    priceCents: fc.integer({ min: 1, max: 99_999 }),
    allowance: maybe(adjustments),
    charge: maybe(adjustments),
    rest: fc.record({
      name: texts,
      description: maybe(texts),
      note: maybe(texts),
      unit: units,
      category: fc.constant("S"),
      rate: rates,
      origin: maybe(fc.constantFrom("FR", "ES", "MA")),
      sellerItemId: maybe(ids),
      buyerItemId: maybe(ids),
      gtin: maybe(fc.constantFrom("3760000000017", "13760000000014", "96385074")),
      orderLine: maybe(ids),
      lot: maybe(ids),
      attributes: fc.array(fc.record({ name: texts, value: texts }), { maxLength: 3 }),
      classification: fc.array(fc.record({ code: ids, scheme: fc.constant("TST") }), { maxLength: 2 }),
    }),
  })
  .map(({ hundreds, priceCents, allowance, charge, rest }) => {
    const cents = Math.floor((hundreds * priceCents + 50) / 100);
    const centsOf = (one: SpecAdjustment | undefined): number =>
      one === undefined ? 0 : Number(one.amount.replace(".", ""));
    return {
      ...rest,
      quantity: textOfCents(hundreds),
      price: textOfCents(priceCents),
      net: textOfCents(cents - centsOf(allowance) + centsOf(charge)),
      allowances: allowance === undefined ? [] : [allowance],
      charges: charge === undefined ? [] : [charge],
    };
  });

/** An invoice whose numbers agree, of one to twelve lines. */
export const anySpec: fc.Arbitrary<Spec> = fc
  .record({
    number: ids,
    date: days,
    credit: fc.boolean(),
    due: maybe(days),
    delivered: maybe(days),
    order: maybe(ids),
    salesOrder: maybe(ids),
    buyerReference: maybe(texts),
    contract: maybe(ids),
    despatch: maybe(ids),
    preceding: fc.array(fc.record({ number: ids, date: maybe(days) }), { maxLength: 2 }),
    notes: fc.array(texts, { maxLength: 3 }),
    sellerName: texts,
    lines: fc.array(lines, { minLength: 1, maxLength: 12 }),
    allowance: maybe(adjustments),
    charge: maybe(adjustments),
    rate: rates,
    prepaid: fc.integer({ min: 0, max: 500 }),
  })
  .map(({ credit, sellerName, allowance, charge, rate, prepaid, lines: items, ...rest }) => {
    const taxed = (one: SpecAdjustment | undefined): SpecAdjustment[] =>
      one === undefined ? [] : [{ ...one, category: "S", rate }];
    return totalled(
      {
        ...rest,
        guideline: EN16931,
        type: credit ? "381" : "380",
        creditRoot: credit,
        currency: "EUR",
        seller: { ...SELLER, name: sellerName },
        buyer: BUYER,
        lines: items.map((line, index) => ({ ...line, id: String(index + 1) })),
        allowances: taxed(allowance),
        charges: taxed(charge),
      },
      { prepaid },
    );
  });
