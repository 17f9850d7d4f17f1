import Papa from "papaparse";
import { expect, test } from "vitest";
import { openCsvTable } from "../../../server/readers/csv-table.ts";
import { openPacking, openUnpacking } from "../../../server/readers/packed-purchases.ts";
import { PURCHASE_COLUMNS } from "../../../shared/purchase-file/columns.ts";
import type { TableRow } from "../../../shared/purchase-file/interpret.ts";
import type { Purchase, PurchaseFacts, PurchaseRow } from "../../../shared/purchase-file/purchase-row.ts";
import { factsOf, ownRow, sharingRow } from "../../../shared/purchase-file/sharing-rows.ts";
import { createRandom } from "../../../shared/random.ts";

test.each(["\n", "\r\n"])("a long text is cut into slices that nobody sees (line end %j)", async (end) => {
  const random = createRandom(`slices ${end.length}`);
  const cell = () =>
    random.pick(["a", "", "œufs", `"b,c"`, `"d""e"`, `"f${end}g"`, `"${"h".repeat(random.below(900))}"`]);
  const lines = Array.from({ length: 20_000 }, () =>
    Array.from({ length: random.below(13) }, cell).join(","),
  );
  const text = [PURCHASE_COLUMNS.join(","), ...lines].join(end);
  expect(text.length).toBeGreaterThan(1_000_000);
  const shares: number[] = [];
  const rows = await rowsOf(text, (share) => shares.push(share));
  expect(rows.map(({ cells }) => cells)).toEqual(Papa.parse(text, { delimiter: "," }).data);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
  expect(shares).toEqual([...shares].sort((one, other) => one - other));
  expect(shares.at(-1)).toBe(1);
});

test("a sheet of blank rows under the purchases passes, more rows than a sheet has do not", async () => {
  const blank = `${PURCHASE_COLUMNS.join(",")}\n${",,,\n".repeat(1_000_000)}`;
  expect(await rowsOf(blank)).toHaveLength(1_000_002);
  await expect(rowsOf(`${blank}${"\n".repeat(50_000)}`)).rejects.toMatchObject({ code: "FILE_ROWS" });
});

test.each([
  ["quotes alone", (size: number) => '"'.repeat(size)],
  ["a quote that is never closed", (size: number) => `"${"a;b\n".repeat(size / 4)}`],
  ["quotes under a header", (size: number) => `${PURCHASE_COLUMNS.join(",")}\n${'"'.repeat(size)}`],
])("%s, in megabytes, are a cell too long, before they are a file that takes too long", async (_name, of) => {
  await expect(rowsOf(of(10_000_000))).rejects.toMatchObject({ code: "FILE_FIELD" });
});

test("a quoted cell as long as a cell may be is read, in a row longer than a slice", async () => {
  const long = `${'""'.repeat(30_000)};\n${"x".repeat(3_000)}`;
  const rows = await rowsOf(`${PURCHASE_COLUMNS.join(",")}\n1,"${long}","${long}",2\n3,4`);
  const cell = long.replaceAll('""', '"');
  expect(rows.slice(1).map(({ cells }) => cells)).toEqual([
    ["1", cell, cell, "2"],
    ["3", "4"],
  ]);
});

test("purchases come out of their packing as they went in, and what they share goes once", () => {
  const packing = openPacking();
  const unpack = openUnpacking();
  const facts = { ...FACTS, description: "Carottes" };
  const details = { ...NO_DETAILS, reference: "BL-1" };
  const purchases = [
    { row: 2, date: "2025-01-31", amountHtCents: 1250, details: null, facts },
    { row: 3, date: "2025-01-31", amountHtCents: -7, details: null, facts },
    { row: 4, date: "2025-02-01", amountHtCents: 9_000_000_000, details, facts: FACTS },
    ownFacts({ row: 5, date: "2025-02-01", amountHtCents: 1, details: null, facts: FACTS }),
  ];
  for (const purchase of purchases) packing.add(purchase);
  const first = packing.take();
  expect(first.newFacts).toHaveLength(3);
  expect(unpack(structuredClone(first)).map(flat)).toEqual(purchases.map(ownRow));
  packing.add(ownFacts({ row: 6, date: "2025-01-31", amountHtCents: 0, details: null, facts: FACTS }));
  const second = packing.take();
  expect([second.newFacts, second.newDays]).toEqual([[], []]);
  const [row] = unpack(structuredClone(second));
  expect(row).toMatchObject({ row: 6, date: "2025-01-31", description: FACTS.description });
  expect(unpack(packing.take())).toEqual([]);
});

test("a row that takes another family leaves it to the rows it shared the other with", () => {
  const [one, other] = [1, 2].map((row) =>
    sharingRow({ row, date: "2025-01-31", amountHtCents: 1, details: null, facts: FACTS }),
  );
  if (one === undefined || other === undefined) throw new Error("there are two");
  expect(factsOf(one)).toBe(factsOf(other));
  one.family = "BOISSONS";
  expect([one.family, other.family, FACTS.family]).toEqual(["BOISSONS", "AUTRES", "AUTRES"]);
});

const FACTS: PurchaseFacts = {
  siret: "21010034300016",
  description: "Pommes",
  supplier: null,
  family: "AUTRES",
  claims: ["BIO"],
  origin: "FRANCE",
  short: true,
  local: false,
  localScope: null,
  localRadiusM: null,
};

const NO_DETAILS = {
  supplierId: null,
  supplierSiret: null,
  quantityMilli: null,
  unit: null,
  unitPriceHtE4: null,
  vatBp: null,
  reference: null,
  articleCode: null,
};

/** As a row that was read by itself is told. */
function ownFacts(purchase: Purchase): Purchase {
  return { ...purchase, facts: ownRow(purchase) };
}

function flat(row: PurchaseRow): PurchaseRow {
  return ownRow({ ...row, facts: factsOf(row) });
}

async function rowsOf(text: string, onRead?: (share: number) => void): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  await openCsvTable({ text, encoding: "utf-8", mark: false }).readRows((row) => rows.push(row), { onRead });
  return rows;
}
