import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildOrder, headerOfOrder, rowOfLine } from "../../../client/orders/build-order.ts";
import { newHeader } from "../../../client/orders/carried.ts";
import { withArticle } from "../../../client/orders/choose-article.ts";
import { draftCopyOf } from "../../../client/orders/draft-copy.ts";
import { headerDates, unreadableDates } from "../../../client/orders/order-header.ts";
import type { RowReading } from "../../../client/orders/read-row.ts";
import { rowReader } from "../../../client/orders/read-row.ts";
import { withText } from "../../../client/orders/row.ts";
import { runningTotals } from "../../../client/orders/running-totals.ts";
import { removeLines, replaceRows, rowAt, sheetOf } from "../../../client/orders/sheet.ts";
import { shareWithOrder } from "../../../client/orders/totals.ts";
import type { Verdict } from "../../../shared/facts.ts";
import { newId } from "../../../shared/ids.ts";
import type { Order, OrderLine } from "../../../shared/orders.ts";
import { context, FULL, offer, row, SUPPLIER, TODAY } from "../../support/entry-rows.ts";

describe("order", () => {
  const line = (changes: Partial<OrderLine> = {}): OrderLine => ({
    id: newId(),
    productId: newId(),
    offerId: newId(),
    description: "Carotte bio",
    family: "FRUITS_ET_LEGUMES",
    quantityMilli: 12_500,
    unit: "BOX",
    receivedMilli: 12_000,
    refusal: null,
    unitGrams: 10_000,
    unitPriceHtE4: 12_345,
    amountHtCents: 1481,
    vatBp: 550,
    producerId: newId(),
    originCommunes: ["62041", "62498"],
    origin: "FRANCE",
    intermediaries: 1,
    claims: ["BIO", "COMMERCE_EQUITABLE"],
    organicStage: "AB",
    certifiedShareBp: 9500,
    claimedShort: true,
    claimedLocal: false,
    ...changes,
  });
  const order: Order = {
    id: newId(),
    version: 3,
    supplierId: SUPPLIER,
    kind: "ORDER",
    status: "RECEIVED",
    reference: "BC-1",
    orderedOn: "2026-11-02",
    deliveredOn: "2026-11-05",
    expectedOn: null,
    invoicedOn: null,
    note: null,
    lines: [
      line({ refusal: { reason: "DAMAGED", note: "Cageot écrasé" } }),
      line({
        organicStage: "C2",
        origin: null,
        claimedShort: null,
        claimedLocal: null,
        receivedMilli: null,
        amountHtCents: 1543,
      }),
      line({
        originCommunes: [],
        origin: "EUROPE",
        claims: [],
        organicStage: null,
        offerId: null,
        productId: null,
      }),
      line({
        quantityMilli: null,
        receivedMilli: null,
        unit: null,
        unitPriceHtE4: null,
        amountHtCents: -1250,
        family: null,
        unitGrams: null,
        intermediaries: null,
        vatBp: null,
      }),
    ],
  };

  test.each(["fr", "en"] as const)("a stored order opens and is built again the same (%s)", (locale) => {
    const among = context([], { locale, status: order.status });
    const read = rowReader(among);
    const header = headerOfOrder(order, "Ferme");
    const rows = order.lines.map((one) => rowOfLine(one, { kind: order.kind, places: among.places, locale }));
    expect(rows.map((one) => read(one).errors)).toEqual([{}, {}, {}, {}]);
    const built = buildOrder({
      id: order.id,
      version: order.version,
      header,
      dates: headerDates(header, { today: TODAY }),
      lines: rows.map((one) => read(one).line),
    });
    expect(built).toEqual(order);
  });

  test("a commune that is not known here keeps its code", () => {
    const stored = line({ originCommunes: ["80021"] });
    const opened = rowOfLine(stored, { kind: "ORDER", places: new Map(), locale: "fr" });
    expect(rowReader(context())(opened).line.originCommunes).toEqual(["80021"]);
  });

  test("without supplier or order date there is no order", () => {
    const header = newHeader({ userId: newId(), canteenId: newId() }, TODAY);
    const dates = headerDates(header, { today: TODAY });
    expect(dates.orderedOn).toBe(TODAY);
    expect(buildOrder({ id: newId(), version: 0, header, dates, lines: [] })).toBeNull();
    expect(unreadableDates({ ...header, orderedOn: "32/13", deliveredOn: "hier" }, { today: TODAY })).toEqual(
      ["orderedOn"],
    );
  });

  test("« comme la dernière fois » is a new draft of today with lines of its own", () => {
    const header = headerOfOrder(order, "Ferme");
    const rows = order.lines.map((one) => rowOfLine(one, { kind: "ORDER", places: new Map(), locale: "fr" }));
    const copy = draftCopyOf({ header, rows }, TODAY);
    expect(copy).toMatchObject({ version: 0, saved: false });
    expect(copy.header).toMatchObject({
      status: "DRAFT",
      orderedOn: "22/11/2026",
      deliveredOn: "",
      reference: "",
    });
    expect(copy.rows.map(({ texts }) => texts.received)).toEqual(["", "", "", ""]);
    expect(copy.rows.some(({ id }) => order.lines.some((one) => one.id === id))).toBe(false);
  });

  test("totals follow the lines, and the year's rate moves by the order", () => {
    const carrot = offer();
    const among = context([carrot]);
    const read = rowReader(among);
    const rows = [
      withArticle(row({ quantity: "2" }), carrot, among),
      row(FULL),
      row({ ...FULL, family: "Non alimentaire" }),
    ];
    const totalsOf = () =>
      runningTotals({ context: among, canteenId: newId(), read, verdictOf: (one) => verdictOf(read(one)) });
    const totals = totalsOf()(sheetOf(rows, newId), null);
    expect(totals).toMatchObject({ lines: 3, amountHtCents: 3100, weightGrams: 24_000, errors: 0 });
    expect(totals.shares.ORGANIC.strict).toEqual({ numerator: 2500, denominator: 2800 });
    const year = {
      strict: { numerator: 100, denominator: 1000 },
      declared: { numerator: 200, denominator: 1000 },
    };
    expect(shareWithOrder(year, totals.shares.ORGANIC).strict).toEqual({
      numerator: 2600,
      denominator: 3800,
    });
  });

  test("totals that follow a sheet edit by edit are those of the sheet counted once", () => {
    const carrot = offer();
    const among = context([carrot]);
    const read = rowReader(among);
    const counting = () =>
      runningTotals({ context: among, canteenId: "c", read, verdictOf: (one) => verdictOf(read(one)) });
    const edit = fc.record({
      line: fc.nat(5),
      field: fc.constantFrom("article", "quantity", "price", "family", "marks"),
      text: fc.constantFrom("", "Carotte", "2", "12,5", "Boissons", "Bio", "?"),
      removes: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
      fresh: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const follow = counting();
        let sheet = sheetOf([row(FULL), row({ ...FULL, quantity: "" })], newId);
        for (const { line, field, text, removes, fresh } of edits) {
          const block = { fromLine: line, toLine: line, fields: [] };
          const held = rowAt(sheet, line);
          if (removes) sheet = removeLines(sheet, block, newId);
          else if (held !== undefined) sheet = replaceRows(sheet, [withText(held, field, text)], newId);
          const id = fresh ? (sheet.ids[line] ?? null) : null;
          expect(follow(sheet, id)).toEqual(counting()(sheet, id));
        }
      }),
      { numRuns: 60 },
    );
  });
});

function verdictOf({ verdict }: RowReading): { verdict: Verdict } | null {
  return verdict === null ? null : { verdict };
}
