import { HEADER, LILLE, line } from "../fixtures/spreadsheet-cases/case.ts";
import { odsOf } from "../support/workbooks/ods.ts";
import { xlsxOf } from "../support/workbooks/xlsx.ts";
import type { ZipEntry } from "../support/workbooks/zip.ts";
import { readStoredZip, writeZip } from "../support/workbooks/zip.ts";

/** A spreadsheet made to exhaust its reader; `size` (1 to 10) says how far it goes. */
export type Bomb = (size: number) => Uint8Array;

const GOOD = line("Lait,F,2025-03-01,1,AUTRES,,,,,,");
const XLSX = readStoredZip(
  xlsxOf([{ name: "A", rows: [HEADER.split(","), GOOD.split(",")] }], { shared: true }),
);
const ODS = readStoredZip(odsOf([{ name: "A", rows: [HEADER.split(","), GOOD.split(",")] }]));
const SHEET = "xl/worksheets/sheet1.xml";

/** A small workbook with one of its files written otherwise, packed. */
function packed(entries: readonly ZipEntry[], name: string, change: (xml: string) => string): Uint8Array {
  return writeZip(
    entries.map((entry) =>
      entry.name === name
        ? { name, content: change(new TextDecoder().decode(entry.content as Uint8Array)), deflate: true }
        : entry,
    ),
  );
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

const ROW = '<row r="3"><c r="A3" t="inlineStr"><is><t>x</t></is></c></row>';
const LAUGHS = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
).join("");

/** Each ends in a reading or a refusal, within the limits. */
export const SPREADSHEET_BOMBS: Readonly<Record<string, Bomb>> = {
  "a sheet of spaces": (size) =>
    packed(XLSX, SHEET, (xml) => xml.replace("</sheetData>", `${" ".repeat(size * 25_000_000)}</sheetData>`)),
  "a sheet of rows": (size) =>
    packed(XLSX, SHEET, (xml) => xml.replace("</sheetData>", `${ROW.repeat(size * 100_000)}</sheetData>`)),
  "a string of a hundred megabytes": (size) =>
    packed(XLSX, "xl/sharedStrings.xml", (xml) =>
      xml.replace("<t ", `<t>${"a".repeat(size * 10_000_000)}</t><t `),
    ),
  "billion laughs in a sheet": () =>
    packed(XLSX, SHEET, (xml) =>
      xml
        .replace("<worksheet", `<!DOCTYPE worksheet [<!ENTITY l0 "lol">${LAUGHS}]><worksheet`)
        .replace("</sheetData>", "&l9;</sheetData>"),
    ),
  "laughs in an ODS": () =>
    packed(ODS, "content.xml", (xml) =>
      xml
        .replace(
          "<office:document-content",
          `<!DOCTYPE a [<!ENTITY l0 "lol">${LAUGHS}]><office:document-content`,
        )
        .replace("Lait", "&l9;"),
    ),
  "cells far away": () =>
    packed(XLSX, SHEET, (xml) =>
      xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    ),
  "rows beyond the last": (size) =>
    packed(XLSX, SHEET, (xml) =>
      xml.replace(
        "</sheetData>",
        `<row r="${size * 99_999_999}"><c r="ZZZZZ9"><v>1</v></c></row></sheetData>`,
      ),
    ),
  "cells repeated": (size) =>
    packed(ODS, "content.xml", (xml) =>
      xml.replace(
        '<table:table-cell office:value-type="string">',
        `<table:table-cell table:number-columns-repeated="${size * 1_000_000}" office:value-type="string">`,
      ),
    ),
  "rows repeated": (size) =>
    packed(ODS, "content.xml", (xml) =>
      xml.replace("<table:table-row>", `<table:table-row table:number-rows-repeated="${size * 1_000_000}">`),
    ),
  "rows of cells repeated": () =>
    packed(ODS, "content.xml", (xml) =>
      xml
        .replaceAll("<table:table-row>", '<table:table-row table:number-rows-repeated="1048576">')
        .replaceAll(
          'office:value-type="string">',
          'table:number-columns-repeated="16384" office:value-type="string">',
        ),
    ),
  "many files": (size) =>
    writeZip([
      ...XLSX,
      ...Array.from({ length: size * 500 }, (_, index) => ({ name: `xl/media/${index}`, content: "x" })),
    ]),
  "many sheets": (size) =>
    xlsxOf(Array.from({ length: size * 20 }, (_, index) => ({ name: `S${index}`, rows: [["x"]] }))),
  "nested elements": (size) =>
    packed(XLSX, SHEET, (xml) => xml.replace("</sheetData>", `${"<a>".repeat(size * 20_000)}</sheetData>`)),
  "a directory that lies": (size) => {
    const bytes = writeZip(XLSX);
    const view = new DataView(bytes.buffer);
    view.setUint32(bytes.length - 6, size * 400_000_000, true);
    return bytes;
  },
  "nothing but quotes": (size) => text('"'.repeat(size * 900_000)),
  "nothing but separators": (size) => text(`${HEADER}\n${",".repeat(size * 900_000)}`),
  "nothing but newlines": (size) => text(`${HEADER}\n${"\n".repeat(size * 900_000)}${GOOD}`),
  "one endless line": (size) => text("a".repeat(size * 900_000)),
  "one endless cell": (size) => text(`${HEADER}\n${LILLE},"${"a ".repeat(size * 450_000)}`),
  "many short rows": (size) => text(`${HEADER}\n${`${GOOD}\n`.repeat(size * 10_000)}`),
  "many wrong rows": (size) =>
    text(`${HEADER}\n${`${GOOD.replace("2025", "20x5").replace("AUTRES", "?")}\n`.repeat(size * 10_000)}`),
  "a different word in each row": (size) =>
    text(
      `${HEADER}\n${Array.from({ length: size * 5_000 }, (_, index) => line(`P${index},F${index},2025-03-01,${index},famille ${index},,,,,,`)).join("\n")}`,
    ),
  "more than the limit": () => text("x".repeat(10_485_761)),
};
