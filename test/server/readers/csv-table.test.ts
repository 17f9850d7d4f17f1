import Papa from "papaparse";
import { expect, test } from "vitest";
import { openCsvTable } from "../../../server/readers/csv-table.ts";
import type { FieldOf } from "../../../server/readers/packed-rows.ts";
import { packRows, unpackRows } from "../../../server/readers/packed-rows.ts";
import { PURCHASE_COLUMNS } from "../../../shared/purchase-file/columns.ts";
import type { TableRow } from "../../../shared/purchase-file/interpret.ts";
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

test("rows come out of their packing as they went in", () => {
  const claims = ["BIO"];
  const rows = [
    { row: 2, name: "a", none: null, flag: true, claims },
    { row: 3, name: "a", none: null, flag: false, claims },
    { row: 4, name: "b", none: null, flag: true, claims: [] },
  ];
  const packed = packRows(rows);
  const open = (field: FieldOf<(typeof rows)[number]>) => {
    const [row, name, none, flag, claims] = [
      field("row"),
      field("name"),
      field("none"),
      field("flag"),
      field("claims"),
    ];
    return (at: number) => ({
      row: row(at),
      name: name(at),
      none: none(at),
      flag: flag(at),
      claims: claims(at),
    });
  };
  expect(unpackRows(structuredClone(packed), open)).toEqual(rows);
  expect(packed.columns.find(({ name }) => name === "claims")).toMatchObject({ values: [claims, []] });
  expect(unpackRows(packRows<(typeof rows)[number]>([]), open)).toEqual([]);
});

async function rowsOf(text: string, onRead?: (share: number) => void): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  await openCsvTable({ text, encoding: "utf-8", mark: false }).readRows((row) => rows.push(row), onRead);
  return rows;
}
