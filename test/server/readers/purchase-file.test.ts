import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { readPurchaseFile } from "../../../server/readers/purchase-file.ts";
import { readPurchaseFileAside } from "../../../server/readers/read-aside.ts";
import { PURCHASE_COLUMNS } from "../../../shared/purchase-file/columns.ts";
import type { InterpretOptions } from "../../../shared/purchase-file/interpret.ts";
import { writeZip } from "../../support/workbooks/zip.ts";

const SIRET = "21590350100017";
const OPTIONS: InterpretOptions = {
  today: "2026-11-22",
  mode: "forgiving",
  canteens: [{ id: "canteen", siret: SIRET }],
  chosen: null,
  create: false,
};
const HEADER = PURCHASE_COLUMNS.join(",");
const LINE = `${SIRET},Carottes,Ferme,2025-03-01,12.50,FRUITS_ET_LEGUMES,BIO,FRANCE,OUI,NON,,`;

function fixture(name: string): Promise<Uint8Array> {
  return readFile(join(import.meta.dirname, "../../fixtures/purchase-files", name));
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function issuesOf(bytes: Uint8Array): Promise<string[]> {
  const { issues } = await readPurchaseFileAside(bytes, OPTIONS);
  return issues.map(({ code }) => code);
}

describe("files as they come", () => {
  test("the platform's own is read as strictly as one likes", async () => {
    const file = await readPurchaseFile(await fixture("platform.csv"), { ...OPTIONS, mode: "strict" });
    expect(file.issues).toEqual([]);
    expect(file.rows).toMatchObject([
      {
        description: "Carottes, râpées",
        claims: ["BIO", "LABEL_ROUGE"],
        localScope: "KM",
        localRadiusM: 80_000,
      },
      { amountHtCents: 1234, origin: "EUROPE", local: false },
      { siret: SIRET, family: "BOULANGERIE", supplier: null, localScope: "PAT" },
    ]);
  });

  test("one typed in France: windows-1252, semicolons, titles, other order, labels, serials", async () => {
    const file = await readPurchaseFile(await fixture("french.csv"), OPTIONS);
    expect(file.issues).toEqual([]);
    expect(file.rows).toMatchObject([
      {
        row: 4,
        date: "2025-01-31",
        amountHtCents: 123_450,
        claims: ["BIO", "AOCAOP"],
        short: true,
        local: true,
      },
      { row: 5, description: "Bœuf", date: "2025-02-01", amountHtCents: 1250, origin: "EUROPE", short: true },
      { row: 6, date: "2025-02-12", amountHtCents: 0, family: "AUTRES" },
      { row: 8, date: "2025-02-03", amountHtCents: -300, supplier: "Épicerie d’Artois" },
    ]);
    const kinds = file.corrections.map(({ code }) => code);
    for (const code of [
      "ENCODING",
      "TITLE_ROWS",
      "HEADER_NAME",
      "HEADER_IGNORED",
      "BLANK_ROW",
      "DATE_SERIAL",
    ])
      expect(kinds).toContain(code);
  });

  test.each([
    [
      "older.csv",
      [{ claims: ["BIO"], origin: "FRANCE", short: true, localRadiusM: 200_000 }, { local: true }, {}],
    ],
    [
      "tracking.tsv",
      [
        { claims: ["AOCAOP", "IGP"], origin: "FRANCE" },
        { local: true, localScope: "DEPARTEMENT" },
      ],
    ],
    ["utf16.csv", [{ description: "Crème brûlée" }]],
    ["mark.csv", [{ description: "Crème" }]],
    ["wrapped-lines.csv", [{ description: 'Carottes "bio"', claims: ["BIO", "IGP"] }]],
  ])("%s", async (name, rows) => {
    const file = await readPurchaseFile(await fixture(name), { ...OPTIONS, chosen: SIRET });
    expect(file.issues).toEqual([]);
    expect(file.rows).toMatchObject(rows);
  });
});

describe("workbooks", () => {
  const rows = [
    ["Achats 2025"],
    [...PURCHASE_COLUMNS],
    [
      Number(SIRET),
      "Pommes",
      "Verger",
      new Date("2025-01-31T00:00:00Z"),
      12.345,
      "Fruits et légumes",
      "BIO",
      null,
      true,
      false,
    ],
    [],
    [SIRET, "Lait", "Laiterie", 45_700, -5, "PRODUITS_LAITIERS", null, "FRANCE"],
  ];
  const sheets = [
    { name: "Lisez-moi", rows: [["Bonjour"]] },
    { name: "Achats", rows },
  ];

  test.each([
    ["XLSX", () => writeXlsx({ sheets })],
    ["ODS", () => writeOds({ sheets })],
  ])("%s: the sheet with the header, numbers, days, booleans and row numbers", async (_name, write) => {
    const file = await readPurchaseFileAside(new Uint8Array(await write()), OPTIONS);
    expect(file.issues).toEqual([]);
    expect(file.rows).toMatchObject([
      { row: 3, siret: SIRET, date: "2025-01-31", amountHtCents: 1234, short: true, local: false },
      { row: 5, date: "2025-02-12", amountHtCents: -500, origin: "FRANCE" },
    ]);
  });
});

describe("what is no purchase file is refused with its reason", () => {
  test.each([
    ["nothing", "", "FILE_EMPTY"],
    ["blanks", "\n\n \n", "FILE_EMPTY"],
    ["a PDF", "%PDF-1.7 ...", "FILE_TYPE"],
    ["a page", "<html><body>achats</body></html>", "FILE_TYPE"],
    ["words", "bonjour\n", "FILE_NO_HEADER"],
    ["a zip that is cut", "PK\u0003\u0004 and no more", "FILE_UNREADABLE"],
    ["null characters", `${HEADER}\n${LINE}\0\0`, "FILE_TYPE"],
    ["201 columns", `${HEADER}\n${LINE}${",x".repeat(190)}\n`, "FILE_COLUMNS"],
    ["a huge cell", `${HEADER}\n${LINE.replace("Carottes", "a".repeat(70_000))}\n`, "FILE_FIELD"],
    ["100 001 rows", `${HEADER}\n${"a,b\n".repeat(100_001)}`, "FILE_ROWS"],
    ["more than 10 MB", "a".repeat(10_485_761), "FILE_TOO_LARGE"],
  ])("%s", async (_name, text, code) => {
    expect(await issuesOf(bytesOf(text))).toEqual([code]);
  });

  test("an old Excel file", async () => {
    expect(await issuesOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toEqual(["FILE_OLD_EXCEL"]);
  });

  test("a zip that is no workbook, and one that unpacks to 300 MB", async () => {
    expect(await issuesOf(writeZip([{ name: "a.txt", content: Buffer.from("a") }]))).toEqual(["FILE_TYPE"]);
    const bomb = writeZip([
      { name: "xl/workbook.xml", content: Buffer.alloc(300 * 1_048_576), deflate: true },
    ]);
    expect(bomb.length).toBeLessThan(1_000_000);
    const start = performance.now();
    expect(await issuesOf(bomb)).toEqual(["FILE_BOMB"]);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

test("a file that is refused at its last row has none, though the rows before were told already", async () => {
  const last = `"${"a".repeat(70_000)}"`;
  const bytes = bytesOf(`${HEADER}\n${`${LINE}\n`.repeat(3_000)}${last}`);
  const file = await readPurchaseFileAside(bytes, OPTIONS);
  expect(file).toMatchObject({ read: 0, rows: [], issues: [{ code: "FILE_FIELD" }] });
  const good = await readPurchaseFileAside(bytesOf(`${HEADER}\n${`${LINE}\n`.repeat(3_000)}`), OPTIONS);
  expect(good.rows.map(({ row }) => row)).toEqual(Array.from({ length: 3_000 }, (_, index) => index + 2));
});

test("100 000 rows are read aside, and the thread of the caller stays free", async () => {
  const bytes = bytesOf(`${HEADER}\n${`${LINE}\n`.repeat(100_000)}`);
  let longest = 0;
  const start = performance.now();
  let last = start;
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const file = await readPurchaseFileAside(bytes, OPTIONS);
  clearInterval(beat);
  expect(file).toMatchObject({ read: 100_000, issues: [] });
  // Taking the rows over holds the thread for a part of the time; reading them here would hold it all along.
  expect(longest).toBeLessThan((performance.now() - start) / 2);
});

test("damaged bytes never crash the reader: every file ends in rows and issues that add up", async () => {
  const seeds = [
    await fixture("platform.csv"),
    await fixture("french.csv"),
    await fixture("utf16.csv"),
    new Uint8Array(
      await writeXlsx({ sheets: [{ name: "A", rows: [[...PURCHASE_COLUMNS], LINE.split(",")] }] }),
    ),
  ];
  const damage = fc.record({
    seed: fc.nat(seeds.length - 1),
    cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    flips: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ seed, cut, flips }) => {
      const source = seeds[seed] ?? new Uint8Array();
      const bytes = source.slice(0, cut === null ? source.length : Math.floor(cut * source.length));
      for (const [at, byte] of flips) if (bytes.length > 0) bytes[Math.floor(at * (bytes.length - 1))] = byte;
      const file = await readPurchaseFile(bytes, OPTIONS);
      expect(file.rows.length + file.refused.length).toBe(file.read);
      expect(file.refused.length === 0 || file.issueCount > 0).toBe(true);
    }),
    { numRuns: 400 },
  );
}, 120_000);
