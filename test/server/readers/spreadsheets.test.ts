import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPurchaseFile } from "../../../server/readers/purchase-file.ts";
import { readHead } from "../../../server/readers/read-head-aside.ts";
import type { PurchaseFile } from "../../../shared/purchase-file/interpret.ts";
import { inspectTable } from "../../../shared/table-mapping/inspect-table.ts";
import type { TableInspection } from "../../../shared/table-mapping/inspection.ts";
import { INSPECTED_ROWS } from "../../../shared/table-mapping/inspection.ts";
import type { TableMapping } from "../../../shared/table-mapping/mapping.ts";
import { SPREADSHEET_CASES } from "../../fixtures/spreadsheet-cases/all.ts";
import type { CaseReading, Expected } from "../../fixtures/spreadsheet-cases/case.ts";
import { ARRAS, LILLE, READ_ON, ZERO } from "../../fixtures/spreadsheet-cases/case.ts";
import { fieldsOf } from "../../support/spreadsheets.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/spreadsheets");
const CANTEENS = [
  { id: "canteen-lille", siret: LILLE },
  { id: "canteen-arras", siret: ARRAS },
  { id: "canteen-zero", siret: ZERO },
];

async function inspected(bytes: Uint8Array): Promise<TableInspection | null> {
  const reading = await readHead(bytes, { rows: INSPECTED_ROWS, wanted: null });
  return reading.ok ? inspectTable(reading.head) : null;
}

function completed(found: TableInspection | null, given: CaseReading["mapping"]): TableMapping | null {
  if (found === null || given === undefined) return null;
  const { columns = {}, ...rest } = given;
  return { ...found.mapping, ...rest, columns: { ...found.mapping.columns, ...columns } };
}

function issuesOf({ issues }: PurchaseFile): string[] {
  return issues.map(
    ({ row, column, code, suggestion }) =>
      `${row} ${column ?? ""} ${code}${suggestion === null ? "" : ` → ${suggestion}`}`,
  );
}

/** « CODE × count » over all columns, or « CODE » where the expectation does not count. */
function correctionsOf({ corrections }: PurchaseFile, expected: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const { code, count } of corrections) counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts].map(([code, count]) => (expected.includes(code) ? code : `${code} × ${count}`)).sort();
}

describe("every spreadsheet of the fixtures", () => {
  test("stands in the folder as its case writes it, with its expectations", async () => {
    const names = SPREADSHEET_CASES.map(({ name, ext }) => `${name}.${ext}`);
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(new Set(names).size).toBe(names.length);
    expect((await readdir(FOLDER)).sort()).toEqual(names.flatMap((name) => [name, `${name}.json`]).sort());
    for (const { name, ext, bytes } of SPREADSHEET_CASES)
      expect(Buffer.from(bytes()).equals(await readFile(join(FOLDER, `${name}.${ext}`))), name).toBe(true);
  });

  test.each(
    SPREADSHEET_CASES.map(({ name, ext, about }) => [`${name}.${ext}`, about]),
  )("%s: %s", async (file) => {
    const bytes = new Uint8Array(await readFile(join(FOLDER, file)));
    const json = await readFile(join(FOLDER, `${file}.json`), "utf8");
    const { reading, expected } = JSON.parse(json) as { reading: CaseReading; expected: Expected };
    const found = await inspected(bytes);
    if (expected.format !== undefined) expect(found?.format).toBe(expected.format);
    if (expected.fields !== undefined) expect(found && fieldsOf(found)).toEqual(expected.fields);
    const read = await readPurchaseFile(bytes, {
      today: READ_ON,
      mode: reading.mode ?? "forgiving",
      canteens: reading.chosen === true ? CANTEENS.slice(0, 1) : CANTEENS,
      chosen: reading.chosen === true ? LILLE : null,
      create: false,
      mapping: completed(found, reading.mapping),
    });
    expect(issuesOf(read)).toEqual(expected.issues ?? []);
    expect(read.rows).toMatchObject(expected.rows);
    const { corrections } = expected;
    if (corrections !== undefined) expect(correctionsOf(read, corrections)).toEqual([...corrections].sort());
    const refused = new Set(read.issues.map(({ row }) => row)).size;
    expect(read.refused).toHaveLength(expected.refused ?? (read.header.length === 0 ? 0 : refused));
    expect(read.read).toBe(read.rows.length + read.refused.length);
    expect(read.skippedCount).toBe(expected.skipped ?? 0);
  });
});
