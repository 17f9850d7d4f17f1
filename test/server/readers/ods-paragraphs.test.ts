import { expect, test } from "vitest";
import { openWorkbookTable } from "../../../server/readers/workbook-table.ts";
import { writeZip } from "../../../server/readers/write-zip.ts";
import type { TableRow } from "../../../shared/purchase-file/interpret.ts";

const MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet";

function workbook(cells: readonly string[]): Uint8Array {
  const row = cells.map(
    (inner) => `<table:table-cell office:value-type="string">${inner}</table:table-cell>`,
  );
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Achats"><table:table-row>${row.join("")}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
  return writeZip([
    { name: "mimetype", content: Buffer.from(MIMETYPE) },
    { name: "content.xml", content: Buffer.from(content) },
  ]);
}

async function cellsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const rows: TableRow[] = [];
  const table = await openWorkbookTable(bytes);
  await table.readRows((row) => rows.push(row));
  return rows[0]?.cells ?? [];
}

test("the paragraphs of a cell of an ODS workbook stand on lines of their own, whatever their style", async () => {
  const bytes = workbook([
    "<text:p>Carottes</text:p><text:p>râpées</text:p>",
    '<text:p>Lait</text:p>\n  <text:p text:style-name="P1">demi-écrémé</text:p><text:p/><text:p>1 L</text:p>',
    "<text:p>Un seul</text:p>",
    "<text:p>Sable</text:p><text:p/>",
  ]);
  expect(await cellsOf(bytes)).toEqual(["Carottes\nrâpées", "Lait\ndemi-écrémé\n1 L", "Un seul", "Sable"]);
});

test("an ODS workbook without such cells is read as it is", async () => {
  expect(await cellsOf(workbook(["<text:p>Noix</text:p>", "<text:p>Pommes</text:p>"]))).toEqual([
    "Noix",
    "Pommes",
  ]);
});
