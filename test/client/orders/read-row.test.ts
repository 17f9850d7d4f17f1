import { describe, expect, test } from "vitest";
import { buildOrder, headerOfOrder, rowOfLine } from "../../../client/orders/build-order.ts";
import { newHeader } from "../../../client/orders/carried.ts";
import { withArticle, writeText } from "../../../client/orders/choose-article.ts";
import { draftCopyOf } from "../../../client/orders/draft-copy.ts";
import type { EntryContext } from "../../../client/orders/entry-context.ts";
import { indexCatalogue } from "../../../client/orders/entry-context.ts";
import { headerDates, unreadableDates } from "../../../client/orders/order-header.ts";
import { marksText, readMarks } from "../../../client/orders/read-marks.ts";
import { rowReader } from "../../../client/orders/read-row.ts";
import type { Field, Row } from "../../../client/orders/row.ts";
import { blankRow, isPriceCarried } from "../../../client/orders/row.ts";
import { suggestionsFor } from "../../../client/orders/suggestions.ts";
import { shareWithOrder, totalsOf } from "../../../client/orders/totals.ts";
import type { Place } from "../../../shared/facts.ts";
import { newId } from "../../../shared/ids.ts";
import type { Offer } from "../../../shared/offers.ts";
import type { Order, OrderLine } from "../../../shared/orders.ts";

const TODAY = "2026-11-22";
const SUPPLIER = newId();
const PRODUCT = newId();
const ARRAS: Place = {
  commune: "62041",
  communeName: "Arras",
  epci: "200033579",
  departement: "62",
  region: "32",
  pats: [],
  position: { latE6: 50_291_000, lngE6: 2_777_000, uncertaintyM: 0 },
};
const LENS: Place = { ...ARRAS, commune: "62498", communeName: "Lens", epci: "200033580" };

function offer(changes: Partial<Offer> = {}): Offer {
  return {
    id: newId(),
    supplierId: SUPPLIER,
    productId: PRODUCT,
    code: null,
    name: "Carotte bio",
    family: "FRUITS_ET_LEGUMES",
    unit: "BOX",
    packGrams: 10_000,
    vatBp: 550,
    claims: ["BIO"],
    organicStage: "AB",
    certifiedShareBp: null,
    producerId: SUPPLIER,
    originCommunes: ["62041"],
    origin: "FRANCE",
    intermediaries: 0,
    active: true,
    ...changes,
  };
}

function context(offers: Offer[] = [], changes: Partial<EntryContext> = {}): EntryContext {
  const places = new Map([ARRAS, LENS].map((place) => [place.commune, place]));
  const [first] = offers;
  const catalogue = indexCatalogue({
    offers,
    lastPurchases:
      first === undefined
        ? []
        : [
            {
              offerId: first.id,
              date: "2026-10-12",
              unitPriceHtE4: 125_000,
              unit: first.unit,
              unitGrams: null,
            },
          ],
    surroundings: {
      canteen: ARRAS,
      definitions: [{ scope: "KM", radiusM: 80_000, validFrom: "2020-01-01" }],
      suppliers: new Map([
        [
          SUPPLIER,
          {
            id: SUPPLIER,
            name: "Ferme",
            isProducer: true,
            productionCommune: "62041",
            ownPosition: null,
            certificates: [
              {
                id: newId(),
                scheme: "BIO",
                number: "1",
                families: [],
                validFrom: "2020-01-01",
                validTo: null,
              },
            ],
          },
        ],
      ]),
      products: new Map([[PRODUCT, { id: PRODUCT, composition: "RAW", plant: true, farmKind: null }]]),
      places,
    },
  });
  return {
    locale: "fr",
    supplierId: SUPPLIER,
    kind: "ORDER",
    status: "DRAFT",
    date: TODAY,
    dateKind: "order",
    catalogue,
    places,
    ...changes,
  };
}

function row(texts: Partial<Record<Field, string>>): Row {
  const blank = blankRow(newId());
  return { ...blank, texts: { ...blank.texts, ...texts } };
}

const FULL = { article: "Sel", quantity: "2", unit: "kg", price: "1,5", family: "Épicerie et autres" };

describe("reading a row", () => {
  const read = rowReader(context());

  test("known words and numbers become a line without error", () => {
    const { line, errors, warnings, amounts } = read(
      row({
        ...FULL,
        marks: "Label Rouge, AOP",
        origin: "Arras; Lens (62)",
        intermediaries: "direct",
        vat: "5,5\u00A0%",
      }),
    );
    expect({ errors, warnings }).toEqual({ errors: {}, warnings: {} });
    expect(line).toMatchObject({
      description: "Sel",
      family: "AUTRES",
      quantityMilli: 2000,
      unit: "KG",
      unitPriceHtE4: 15_000,
      claims: ["LABEL_ROUGE", "AOCAOP"],
      originCommunes: ["62041", "62498"],
      intermediaries: 0,
      vatBp: 550,
    });
    expect(amounts).toEqual({ amountHtCents: 300, weightGrams: 2000 });
  });

  test.each<[string, Partial<Record<Field, string>>, Field, string]>([
    ["a quantity that is no number", { quantity: "douze" }, "quantity", "NUMBER_CHARACTER"],
    ["a missing quantity", { quantity: "" }, "quantity", "QUANTITY_MISSING"],
    ["a missing article", { article: " " }, "article", "ARTICLE_MISSING"],
    ["a missing family", { family: "" }, "family", "FAMILY_MISSING"],
    ["an unknown family", { family: "Légume vert" }, "family", "FAMILY_UNKNOWN"],
    ["a missing unit", { unit: "" }, "unit", "UNIT_MISSING"],
    ["an unknown unit", { unit: "palette" }, "unit", "UNIT_UNKNOWN"],
    [
      "a quantity in kg of a line in boxes",
      { quantity: "2 kg", unit: "carton" },
      "quantity",
      "UNIT_CONTRADICTED",
    ],
    ["an unknown mark", { marks: "Bio, Truc" }, "marks", "MARK_UNKNOWN"],
    ["an unknown commune", { origin: "Nulle-Part" }, "origin", "ORIGIN_UNKNOWN"],
    [
      "intermediaries that are no figure",
      { intermediaries: "beaucoup" },
      "intermediaries",
      "INTERMEDIARIES_UNKNOWN",
    ],
    ["an amount nobody pays", { quantity: "9999999", price: "99999" }, "amount", "AMOUNT_TOO_LARGE"],
  ])("%s is an error in its cell, and the text stays", (_, texts, field, code) => {
    const typed = row({ ...FULL, ...texts });
    expect(read(typed).errors[field]?.code).toBe(code);
    expect(typed.texts).toMatchObject(texts);
  });

  test("« non alimentaire » is an explicit choice", () => {
    const { line, errors } = read(row({ ...FULL, family: "non alimentaire" }));
    expect(errors).toEqual({});
    expect(line.family).toBeNull();
  });

  test("a draft waits for its prices, an invoice does not", () => {
    const noPrice = row({ ...FULL, price: "" });
    expect(read(noPrice)).toMatchObject({ errors: {}, warnings: { price: { code: "PRICE_MISSING" } } });
    const invoiced = rowReader(context([], { status: "INVOICED" }))(noPrice);
    expect(invoiced.errors.price?.code).toBe("PRICE_MISSING");
  });

  test("an amount stands alone; beside quantity and price it is compared", () => {
    expect(
      read(row({ ...FULL, quantity: "", unit: "", price: "", amount: "12,50" })).amounts.amountHtCents,
    ).toBe(1250);
    const compared = read(row({ ...FULL, amount: "4" }));
    expect(compared.warnings.amount).toMatchObject({ code: "AMOUNT_DIFFERS", cents: 300 });
    expect(compared.amounts.amountHtCents).toBe(300);
  });

  test("an empty row is no line and no error", () => {
    expect(read(row({}))).toMatchObject({ blank: true, errors: {} });
  });
});

describe("choosing an article", () => {
  const carrot = offer();
  const among = context([carrot]);
  const read = rowReader(among);

  test("fills everything it says, and the last price as « repris »", () => {
    const chosen = withArticle(row({ quantity: "3" }), carrot, among);
    expect(chosen.texts).toMatchObject({
      article: "Carotte bio",
      quantity: "3",
      unit: "carton",
      price: "12,50",
      family: "Fruits et légumes",
      marks: "Bio",
      origin: "Arras (62)",
      intermediaries: "0",
      vat: "5,5\u00A0%",
      unitWeight: "10",
    });
    expect(isPriceCarried(chosen)).toBe(true);
    expect(isPriceCarried(writeText(chosen, { field: "price", text: "13" }, among))).toBe(false);
    const { line, errors, verdict, amounts } = read(chosen);
    expect(errors).toEqual({});
    expect(amounts).toEqual({ amountHtCents: 3750, weightGrams: 30_000 });
    expect(line).toMatchObject({
      offerId: carrot.id,
      producerId: SUPPLIER,
      origin: "FRANCE",
      organicStage: "AB",
    });
    expect(verdict).toMatchObject({
      strictCategory: "BIO",
      local: { status: "confirmed" },
      short: { status: "confirmed" },
    });
  });

  test("typing or pasting its whole name chooses it, whatever the accents", () => {
    expect(writeText(row({}), { field: "article", text: "carotte BIO" }, among).link?.offerId).toBe(
      carrot.id,
    );
  });

  test("a name that two articles share chooses none", () => {
    const twins = context([offer({ name: "Chou" }), offer({ name: "Chou" })]);
    expect(writeText(row({}), { field: "article", text: "Chou" }, twins).link).toBeNull();
  });

  test.each([
    ["17,50", undefined],
    ["17,51", 40],
    ["7,50", undefined],
    ["7,49", -40],
  ])("%s € against 12,50 € is pointed at beyond 40 %%", (price, percent) => {
    const chosen = writeText(
      withArticle(row({ quantity: "1" }), carrot, among),
      { field: "price", text: price },
      among,
    );
    const warning = read(chosen).warnings.price;
    expect(warning?.code === "PRICE_FAR" ? warning.percent : undefined).toBe(percent);
  });

  test("suggestions start with what starts so, and say the last price", () => {
    const among2 = context([offer({ name: "Purée de carotte" }), carrot]);
    const [first, second] = suggestionsFor("article", "carot", among2);
    expect([first?.label, second?.label]).toEqual(["Carotte bio", "Purée de carotte"]);
    expect(second?.detail).toContain("12/10/2026");
  });
});

describe("marks", () => {
  test.each([
    ["Bio en conversion C2", { claims: ["BIO"], conversion: "C2", short: false, local: false }],
    ["IGP, Circuit court, Local", { claims: ["IGP"], conversion: null, short: true, local: true }],
    ["", { claims: [], conversion: null, short: false, local: false }],
  ])("« %s » is read, and written back the same", (text, marks) => {
    const read = readMarks(text);
    expect(read).toEqual({ ok: true, marks });
    if (read.ok) expect(marksText(read.marks, "fr")).toBe(text);
  });
});

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
    invoicedOn: null,
    note: null,
    lines: [
      line(),
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
    const totals = totalsOf(rows.map(read), among, newId());
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
});
