import { describe, expect, test } from "vitest";
import { gridColumns } from "../../../client/orders/columns.ts";
import { createEntryStore } from "../../../client/orders/entry-store.ts";
import type { Field, Row } from "../../../client/orders/row.ts";
import { blankRow, isBlankRow, withText } from "../../../client/orders/row.ts";
import { selectionOf } from "../../../client/orders/selection.ts";
import type { Sheet } from "../../../client/orders/sheet.ts";
import {
  clearBlock,
  fillDown,
  filledRows,
  removeLines,
  replaceRows,
  rowAt,
  rowsOf,
  sheetOf,
} from "../../../client/orders/sheet.ts";

function counter(): () => string {
  let next = 0;
  return () => `new-${next++}`;
}

function row(id: string, texts: Partial<Record<Field, string>> = {}): Row {
  const blank = blankRow(id);
  return { ...blank, texts: { ...blank.texts, ...texts } };
}

function texts(sheet: Sheet, field: Field): string[] {
  return rowsOf(sheet).map((one) => one.texts[field]);
}

describe("sheet", () => {
  test("ends with one open line, and opens another as soon as that one is written on", () => {
    const makeId = counter();
    const sheet = sheetOf([], makeId);
    expect(sheet.ids).toHaveLength(1);
    const open = rowAt(sheet, 0) ?? row("none");
    const next = replaceRows(sheet, [withText(open, "article", "Carotte")], makeId);
    expect(texts(next, "article")).toEqual(["Carotte", ""]);
    expect(filledRows(next)).toHaveLength(1);
  });

  test("keeps rows that did not change as they are", () => {
    const sheet = sheetOf([row("a", { article: "A" }), row("b", { article: "B" })], counter());
    const next = replaceRows(sheet, [row("b", { article: "C" })], counter());
    expect(next.rows.get("a")).toBe(sheet.rows.get("a"));
    expect(replaceRows(next, [next.rows.get("b") ?? row("b")], counter())).toBe(next);
  });

  test("fills one cell from the line above", () => {
    const sheet = sheetOf([row("a", { price: "1,20" }), row("b", { article: "B" })], counter());
    const next = fillDown(sheet, { fromLine: 1, toLine: 1, fields: ["price"] }, counter());
    expect(texts(next, "price")).toEqual(["1,20", "1,20", ""]);
  });

  test("fills a selection from its first line", () => {
    const lines = [row("a", { unit: "kg" }), row("b", { unit: "l" }), row("c", { unit: "" })];
    const next = fillDown(sheetOf(lines, counter()), { fromLine: 0, toLine: 2, fields: ["unit"] }, counter());
    expect(texts(next, "unit").slice(0, 3)).toEqual(["kg", "kg", "kg"]);
  });

  test("an article filled down brings its link and its hidden facts", () => {
    const link = { name: "Carotte", offerId: "offer", productId: "product" };
    const source: Row = {
      ...row("a", { article: "Carotte" }),
      link,
      hidden: { ...blankRow("x").hidden, producerId: "producer" },
    };
    const sheet = sheetOf([source, row("b", { quantity: "2" })], counter());
    const next = fillDown(sheet, { fromLine: 1, toLine: 1, fields: ["article"] }, counter());
    expect(next.rows.get("b")).toMatchObject({ link, hidden: { producerId: "producer" } });
  });

  test("nothing stands above the first line", () => {
    const sheet = sheetOf([row("a", { price: "1" })], counter());
    expect(fillDown(sheet, { fromLine: 0, toLine: 0, fields: ["price"] }, counter())).toBe(sheet);
  });

  test("removes lines and clears cells", () => {
    const sheet = sheetOf([row("a", { article: "A", price: "1" }), row("b", { article: "B" })], counter());
    expect(texts(removeLines(sheet, { fromLine: 0, toLine: 0 }, counter()), "article")).toEqual(["B", ""]);
    const cleared = clearBlock(sheet, { fromLine: 0, toLine: 1, fields: ["article"] }, counter());
    expect(texts(cleared, "article").slice(0, 2)).toEqual(["", ""]);
    expect(texts(cleared, "price")[0]).toBe("1");
  });

  test("another article text takes the link and the hidden facts away", () => {
    const linked: Row = {
      ...row("a", { article: "Carotte" }),
      link: { name: "Carotte", offerId: "o", productId: null },
      hidden: { ...blankRow("x").hidden, producerId: "p" },
    };
    const changed = withText(linked, "article", "Carottes");
    expect(changed.link).toBeNull();
    expect(changed.hidden.producerId).toBeNull();
    expect(withText(linked, "quantity", "3").link).not.toBeNull();
  });
});

describe("store", () => {
  test("undoes and redoes several steps, and a new step forgets what was undone", () => {
    const makeId = counter();
    const store = createEntryStore(sheetOf([], makeId));
    const write = (text: string) =>
      store.change((sheet) =>
        replaceRows(sheet, [withText(rowAt(sheet, 0) ?? row("?"), "article", text)], makeId),
      );
    const article = () => rowAt(store.sheet(), 0)?.texts.article;
    write("A");
    write("B");
    write("C");
    store.undo();
    store.undo();
    expect(article()).toBe("A");
    store.redo();
    expect(article()).toBe("B");
    write("D");
    store.redo();
    expect(article()).toBe("D");
    store.undo();
    store.undo();
    store.undo();
    store.undo();
    expect(isBlankRow(rowAt(store.sheet(), 0) ?? row("?", { article: "?" }))).toBe(true);
  });

  test("the cursor stays on a line that exists", () => {
    const makeId = counter();
    const store = createEntryStore(sheetOf([row("a", { article: "A" })], makeId));
    store.moveTo({ line: 1, column: "price" });
    store.change((sheet) => removeLines(sheet, { fromLine: 0, toLine: 1 }, makeId));
    expect(store.get().cursor).toEqual({ line: 0, column: "price" });
  });

  test("a selection spans lines and the fields of its columns", () => {
    const columns = gridColumns({ received: false });
    const block = selectionOf(
      { cursor: { line: 3, column: "family" }, anchor: { line: 1, column: "price" } },
      columns,
    );
    expect(block).toEqual({ fromLine: 1, toLine: 3, fields: ["price", "amount", "family"] });
  });
});
