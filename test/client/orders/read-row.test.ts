import { describe, expect, test } from "vitest";
import { cellText, shownText } from "../../../client/orders/cell-text.ts";
import { withArticle, writeCells, writeText } from "../../../client/orders/choose-article.ts";
import { marksText, readMarks } from "../../../client/orders/read-marks.ts";
import { rowReader } from "../../../client/orders/read-row.ts";
import type { Field } from "../../../client/orders/row.ts";
import { isPriceCarried } from "../../../client/orders/row.ts";
import { suggestionsFor } from "../../../client/orders/suggestions.ts";
import { context, FULL, offer, row, SUPPLIER } from "../../support/entry-rows.ts";

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

  test.each([
    ["ORDER", "-3", "-2", "BOTH_NEGATIVE"],
    ["ORDER", "-3", "2", undefined],
    ["ORDER", "3", "-2", undefined],
    ["CREDIT_NOTE", "-3", "-2", undefined],
  ] as const)("in %s, %s x %s: two signs that undo each other are pointed at", (kind, quantity, price, code) => {
    const read = rowReader(context([], { kind }));
    expect(read(row({ ...FULL, quantity, price })).warnings.price?.code).toBe(code);
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

  const paste = (cells: Partial<Record<Field, string>>, before = row({})) =>
    writeCells(
      before,
      Object.entries(cells).map(([field, text]) => ({ field: field as Field, text })),
      among,
    );

  test("pasted, it fills the cells pasted empty or not at all, wherever its name stands in the block", () => {
    const pasted = paste({ quantity: "3", family: "", article: "CAROTTE bio", marks: "Local" });
    expect(pasted.texts).toMatchObject({
      article: "CAROTTE bio",
      quantity: "3",
      unit: "carton",
      price: "12,50",
      family: "Fruits et légumes",
      marks: "Local",
      origin: "Arras (62)",
    });
    expect(isPriceCarried(pasted)).toBe(true);
    expect(read(pasted).line).toMatchObject({ offerId: carrot.id, description: "CAROTTE bio" });
  });

  test("pasted beside a price, another unit or an amount, it leaves them as they are", () => {
    const priced = paste({ price: "9,9 €", article: "Carotte bio", unit: "" });
    expect([priced.texts.price, isPriceCarried(priced)]).toEqual(["9,9 €", false]);
    const other = paste({ article: "Carotte bio", quantity: "12", unit: "kg" });
    expect(other.texts).toMatchObject({ unit: "kg", price: "", unitWeight: "", family: "Fruits et légumes" });
    const stated = paste({ article: "Carotte bio", quantity: "2", amount: "30" });
    expect(read(stated).line).toMatchObject({ amountHtCents: 3000, unitPriceHtE4: null });
  });

  test("a block without a known article writes its empty cells too", () => {
    const before = row({ article: "Sel", family: "Boissons", quantity: "2" });
    expect(paste({ article: "Poivre", family: "", quantity: "?" }, before).texts).toMatchObject({
      article: "Poivre",
      family: "",
      quantity: "?",
    });
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

  test("an article's number is found by its beginning, not by figures in its middle", () => {
    const among2 = context([offer({ name: "Laitue", code: "SAL-0124" })]);
    expect(suggestionsFor("article", "sal-01", among2).map(({ label }) => label)).toEqual(["Laitue"]);
    expect(suggestionsFor("article", "24", among2)).toEqual([]);
  });

  test("a line without a family has no verdict yet; what is no food has one", () => {
    expect(read(row({ ...FULL, family: "" })).verdict).toBeNull();
    expect(read(row({ ...FULL, family: "Non alimentaire" })).verdict).not.toBeNull();
  });

  test("what is worked out shows its thousands cut, and is copied as a spreadsheet reads it", () => {
    const typed = row({ ...FULL, quantity: "1 234,5", price: "2,10" });
    expect(shownText("amount", typed, read(typed), "fr")).toBe("2\u202F592,45");
    expect(cellText("amount", typed, read(typed), "fr")).toBe("2592,45");
    expect(shownText("weight", typed, read(typed), "fr")).toBe("1\u202F234,5");
    expect(shownText("quantity", typed, read(typed), "fr")).toBe("1 234,5");
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
