import { describe, expect, test } from "vitest";
import { planPaste } from "../../../client/orders/paste.ts";
import type { Field, Row } from "../../../client/orders/row.ts";
import { blankRow, withText } from "../../../client/orders/row.ts";
import type { Sheet } from "../../../client/orders/sheet.ts";
import { rowsOf, sheetOf, writeTable } from "../../../client/orders/sheet.ts";
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
      {
        makeId,
        write: (line, cells) => cells.reduce((next, { field, text }) => withText(next, field, text), line),
      },
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

  test.each<[string, string[][], (Field | null)[], number]>([
    [
      "a supplier's own words for its columns",
      [
        ["Désignation", "Qté", "U", "PU HT", "Code article"],
        ["Chou", "3", "kg", "1,2", "FR12"],
      ],
      ["article", "quantity", "unit", "price", null],
      1,
    ],
    [
      "a second column of the same name, which is not written over the first",
      [
        ["Libellé", "Quantité", "Qté livrée"],
        ["Chou", "3", "2"],
      ],
      ["article", "quantity", null],
      1,
    ],
  ])("a block goes by %s", (_, table, fields, lost) => {
    const plan = planPaste(table, { fields: ["article"], fieldOfTitle: () => null });
    expect(plan).toMatchObject({ headed: true, fields, lost, table: table.slice(1) });
  });

  test.each([
    [
      "goods and numbers",
      [
        ["Chou", "3", "kg"],
        ["Navet", "2", "kg"],
      ],
    ],
    ["one column of units", [["kg"], ["kg"]]],
    [
      "a line that says a quantity",
      [
        ["Produit", "Qté", "12"],
        ["Chou", "3", "1"],
      ],
    ],
    ["one line, even of titles", [["Désignation", "Qté"]]],
  ])("%s is no line of titles: it goes in from the active cell", (_, table) => {
    const fields = ["article", "quantity", "unit"] as const;
    expect(planPaste(table, { fields, fieldOfTitle: () => null })).toMatchObject({ headed: false, table });
  });
});
