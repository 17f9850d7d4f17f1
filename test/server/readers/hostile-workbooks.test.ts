import { describe, expect, test } from "vitest";
import { readPurchaseFileAside } from "../../../server/readers/read-aside.ts";
import type { InterpretOptions, PurchaseFile } from "../../../shared/purchase-file/interpret.ts";
import type { ZipEntry } from "../../support/workbooks/zip.ts";
import { writeZip } from "../../support/workbooks/zip.ts";

const SIRET = "21590350100017";
const OPTIONS: InterpretOptions = {
  today: "2026-11-22",
  mode: "forgiving",
  canteens: [{ id: "canteen", siret: SIRET }],
  chosen: null,
  create: false,
};
const HEADER = ["siret", "description", "fournisseur", "date", "prix_ht", "famille_produits"];
const LINE = [SIRET, "Pommes", "Verger", "2025-01-31", "1", "AUTRES"];
const ENTITIES = `<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "${"&b;".repeat(10)}"><!ENTITY d "${"&c;".repeat(10)}">]>`;

describe("an ODS file", () => {
  test("is read, and so are a million blank rows and a billion blank cells that one element tells of", async () => {
    const rows = [
      odsRow(HEADER),
      odsRow(LINE),
      `<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>`,
      `<table:table-row><table:table-cell table:number-columns-repeated="1000000000"/></table:table-row>`,
    ];
    expect(await read(ods(rows.join("")))).toMatchObject({ issues: [], read: 1 });
  });

  test.each([
    ["a row repeated 1 048 570 times", odsRow(LINE, `table:number-rows-repeated="1048570"`), "FILE_ROWS"],
    ["a cell repeated 1 000 000 000 times", odsRow(["x"], "", 1_000_000_000), "FILE_COLUMNS"],
    [
      "a million rows of a thousand texts",
      odsRow(["x".repeat(2_000)], `table:number-rows-repeated="1000000"`, 1_000),
      "FILE_COLUMNS",
    ],
    [
      "a billion spaces in a cell",
      odsRow([`a<text:s text:c="1000000000"/>b`, ...LINE.slice(1)]),
      "FILE_FIELD",
    ],
    ["entities", odsRow(["&d;"]), "FILE_DOCTYPE"],
  ])("with %s is refused", async (name, rows, code) => {
    const { issues } = await read(ods(odsRow(HEADER) + rows, name === "entities" ? ENTITIES : ""));
    // What outgrows the memory of its thread is refused too, whichever comes first.
    expect([code, "FILE_BOMB"]).toContain(issues[0]?.code);
  });
});

describe("an XLSX file", () => {
  test("is read", async () => {
    expect(await read(xlsx(xlsxRow(1, HEADER) + xlsxRow(2, LINE)))).toMatchObject({ issues: [], read: 1 });
  });

  test("with a document type is refused, wherever it stands and however it is hidden", async () => {
    const rows = xlsxRow(1, HEADER) + xlsxRow(2, LINE);
    const comment = `<!-- ${"x".repeat(5_000)} -->`;
    const shared = { name: "xl/sharedStrings.xml", content: `${ENTITIES}<sst/>` };
    const wide = Buffer.from(`\uFEFF<?xml version="1.0"?>${ENTITIES}<sst/>`, "utf16le");
    for (const bytes of [
      xlsx(rows, { before: `<!DOCTYPE a SYSTEM "file:///etc/passwd">` }),
      xlsx(rows, { before: `${comment}<!doctype a []>` }),
      xlsx(rows, { more: [shared] }),
      xlsx(rows, { more: [{ ...shared, content: wide }] }),
    ])
      expect((await read(bytes)).issues).toMatchObject([{ code: "FILE_DOCTYPE" }]);
  });

  test("whose parts are larger than they say is refused", async () => {
    const part = { name: "xl/sharedStrings.xml", content: `<sst>${" ".repeat(200_000)}</sst>`, told: 100 };
    const { issues } = await read(xlsx(xlsxRow(1, HEADER) + xlsxRow(2, LINE), { more: [part] }));
    expect(issues).toMatchObject([{ code: "FILE_UNREADABLE" }]);
  });

  test("with a cell in the last column, or a row beyond the last, is refused", async () => {
    const cell = (place: string) =>
      `<row r="${place.replace(/\D/g, "")}"><c r="${place}" t="inlineStr"><is><t>x</t></is></c></row>`;
    for (const [place, code] of [
      ["XFD2", "FILE_COLUMNS"],
      ["A4000000000", "FILE_ROWS"],
    ] as const)
      expect((await read(xlsx(xlsxRow(1, HEADER) + cell(place)))).issues).toMatchObject([{ code }]);
  });

  test("that would take minutes is given up at the limit, and its thread is stopped", async () => {
    // Each blank cell in column XFD makes its row 16 384 cells wide: half a minute and more on any machine.
    const wide = Array.from(
      { length: 100_000 },
      (_, index) => `<row r="${index + 2}"><c r="XFD${index + 2}"/></row>`,
    );
    const start = performance.now();
    const { issues } = await readPurchaseFileAside(xlsx(xlsxRow(1, HEADER) + wide.join("")), OPTIONS, {
      maxMs: 1_000,
    });
    expect(issues).toMatchObject([{ code: "FILE_TIME" }]);
    const used = process.cpuUsage();
    expect(performance.now() - start).toBeLessThan(15_000);
    await new Promise((resolve) => setTimeout(resolve, 500));
    // A thread that still ran would have used all of this time.
    const { user, system } = process.cpuUsage(used);
    expect((user + system) / 1_000).toBeLessThan(400);
  });
});

function read(bytes: Uint8Array): Promise<PurchaseFile> {
  return readPurchaseFileAside(bytes, OPTIONS);
}

function writeDeflated(entries: readonly ZipEntry[]): Uint8Array {
  return writeZip(entries.map((entry) => ({ deflate: true, ...entry })));
}

function odsRow(cells: readonly string[], attribute = "", times = 1): string {
  const one = (text: string) =>
    `<table:table-cell table:number-columns-repeated="${times}" office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  return `<table:table-row ${attribute}>${cells.map(one).join("")}</table:table-row>`;
}

function ods(rows: string, before = ""): Uint8Array {
  const namespaces = ["office", "table", "text"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const content = `<?xml version="1.0"?>${before}<office:document-content ${namespaces.join(" ")}><office:body><office:spreadsheet><table:table table:name="A">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return writeDeflated([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" },
    { name: "content.xml", content },
  ]);
}

function xlsxRow(number: number, cells: readonly string[]): string {
  const one = (text: string, index: number) =>
    `<c r="${String.fromCharCode(65 + index)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`;
  return `<row r="${number}">${cells.map(one).join("")}</row>`;
}

function xlsx(
  rows: string,
  { before = "", more = [] }: { before?: string; more?: readonly ZipEntry[] } = {},
): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  return writeDeflated([
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `<?xml version="1.0"?>${before}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    },
    ...more,
  ]);
}
