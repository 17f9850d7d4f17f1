import { describe, expect, test } from "vitest";
import { gridColumns } from "../../../client/orders/columns.ts";
import { createEntryStore } from "../../../client/orders/entry-store.ts";
import type { KeyMode, KeyPress } from "../../../client/orders/keyboard.ts";
import { commandOf } from "../../../client/orders/keyboard.ts";
import { moveCursor } from "../../../client/orders/move.ts";
import { planPaste } from "../../../client/orders/paste.ts";
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
  writeTable,
} from "../../../client/orders/sheet.ts";
import { formatTsv, parseTsv } from "../../../client/orders/tsv.ts";

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

describe("clipboard", () => {
  test.each([
    [
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ['"deux\nlignes"\t"un ""mot"""', [["deux\nlignes", 'un "mot"']]],
    ["a\t\t", [["a", "", ""]]],
    ["a\n\nb", [["a"], [""], ["b"]]],
    ['"pas fermé\tb', [['"pas fermé', "b"]]],
    ['"24" x 2\tb', [['"24" x 2', "b"]]],
    ['12" long\tb', [['12" long', "b"]]],
    ["", []],
  ])("%j is read cell by cell", (text, table) => {
    expect(parseTsv(text)).toEqual(table);
  });

  test("what is copied is pasted back", () => {
    const table = [
      ["a\tb", 'dit "oui"', "deux\nlignes"],
      ["", "12,5", "€"],
    ];
    expect(parseTsv(formatTsv(table))).toEqual(table);
  });

  test("a block adds the lines it needs, and a text that cannot be read stays in its cell", () => {
    const makeId = counter();
    const sheet = sheetOf([row("a", { article: "A" })], makeId);
    const table = [
      ["Carotte", "douze"],
      ["Chou", "3"],
    ];
    const next = writeTable(
      sheet,
      { line: 1, fields: ["article", "quantity"], table },
      { makeId, write: withText },
    );
    expect(texts(next, "article")).toEqual(["A", "Carotte", "Chou", ""]);
    expect(texts(next, "quantity")).toEqual(["", "douze", "3", ""]);
  });

  test("computed columns take nothing, and say how many texts are left out", () => {
    const fields = ["amount", null, "received"] as const;
    const plan = planPaste([["1", "2", "3", "4"]], { fields, fieldOfTitle: () => null });
    expect(plan).toMatchObject({ fields: ["amount", null, "received", null], lost: 2, headed: false });
  });

  test("a block that brings its titles goes by them", () => {
    const names: Record<string, Field> = { article: "article", "prix ht": "price" };
    const plan = planPaste(
      [
        ["Prix HT", "Article"],
        ["1,2", "Chou"],
      ],
      { fields: ["article", "quantity"], fieldOfTitle: (title) => names[title] ?? null },
    );
    expect(plan).toMatchObject({
      headed: true,
      fields: ["price", "article"],
      table: [["1,2", "Chou"]],
      lost: 0,
    });
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

describe("keyboard", () => {
  const press = (key: string, mods: Partial<KeyPress> = {}): KeyPress => ({
    key,
    shift: false,
    ctrl: false,
    alt: false,
    ...mods,
  });

  test.each<[string, KeyPress, KeyMode, unknown]>([
    ["Enter: first cell of the next line", press("Enter"), "navigate", { kind: "move", move: "nextLine" }],
    ["Shift+Enter: up", press("Enter", { shift: true }), "navigate", { kind: "move", move: "up" }],
    ["Tab: right", press("Tab"), "navigate", { kind: "move", move: "nextEntry" }],
    ["Shift+Tab: left", press("Tab", { shift: true }), "navigate", { kind: "move", move: "previousEntry" }],
    ["a letter: edits with it", press("c"), "navigate", { kind: "edit", text: "c" }],
    ["AltGr+e types €", press("€", { ctrl: true, alt: true }), "navigate", { kind: "edit", text: "€" }],
    ["a dead key opens the cell", press("Dead"), "navigate", { kind: "edit", text: "" }],
    ["F2: edits what is there", press("F2"), "navigate", { kind: "edit", text: null }],
    ["Delete: clears", press("Delete"), "navigate", { kind: "clear" }],
    ["Ctrl+Delete: the line", press("Delete", { ctrl: true }), "navigate", { kind: "removeLine" }],
    ["Ctrl+D: fills down", press("d", { ctrl: true }), "navigate", { kind: "fillDown" }],
    ["Ctrl+Z: undo", press("z", { ctrl: true }), "navigate", { kind: "undo" }],
    ["Ctrl+Shift+Z: redo", press("Z", { ctrl: true, shift: true }), "navigate", { kind: "redo" }],
    ["Ctrl+C stays the browser's", press("c", { ctrl: true }), "navigate", null],
    [
      "Shift+arrow: selects",
      press("ArrowDown", { shift: true }),
      "navigate",
      { kind: "move", move: "down", extend: true },
    ],
    ["Enter keeps what is typed", press("Enter"), "edit", { kind: "commit", move: "nextLine" }],
    ["Tab keeps what is typed", press("Tab"), "edit", { kind: "commit", move: "nextEntry" }],
    ["Escape restores", press("Escape"), "edit", { kind: "cancel" }],
    ["a letter stays the input's", press("c"), "edit", null],
    ["Ctrl+Z stays the input's", press("z", { ctrl: true }), "edit", null],
    ["an arrow stays the input's", press("ArrowLeft"), "edit", null],
    ["Enter takes the suggestion", press("Enter"), "list", { kind: "choose", move: "nextLine" }],
    ["Escape closes the list", press("Escape"), "list", { kind: "closeList" }],
    ["Down: next suggestion", press("ArrowDown"), "list", { kind: "highlight", step: 1 }],
    ["F8 everywhere", press("F8"), "edit", { kind: "nextError", step: 1 }],
    ["Shift+F8 goes back", press("F8", { shift: true }), "navigate", { kind: "nextError", step: -1 }],
    ["Ctrl+Enter everywhere", press("Enter", { ctrl: true }), "list", { kind: "validate" }],
  ])("%s", (_, pressed, mode, command) => {
    expect(commandOf(pressed, mode)).toEqual(command);
  });

  const extent = { columns: gridColumns({ received: false }), lines: 3 };

  test("Tab goes over what is computed, then to the next line, then out", () => {
    expect(moveCursor({ line: 0, column: "amount" }, "nextEntry", extent)).toEqual({
      line: 0,
      column: "family",
    });
    expect(moveCursor({ line: 0, column: "intermediaries" }, "nextEntry", extent)).toEqual({
      line: 1,
      column: "article",
    });
    expect(moveCursor({ line: 2, column: "intermediaries" }, "nextEntry", extent)).toBeNull();
    expect(moveCursor({ line: 0, column: "article" }, "previousEntry", extent)).toBeNull();
  });

  test("arrows stop at the edges", () => {
    expect(moveCursor({ line: 0, column: "article" }, "up", extent)).toEqual({ line: 0, column: "article" });
    expect(moveCursor({ line: 2, column: "egalim" }, "right", extent)).toEqual({ line: 2, column: "egalim" });
    expect(moveCursor({ line: 1, column: "price" }, "nextLine", extent)).toEqual({
      line: 2,
      column: "article",
    });
  });
});
