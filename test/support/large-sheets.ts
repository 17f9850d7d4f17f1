import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import Papa from "papaparse";
import { largePurchases } from "./large-purchases.ts";

/** The rows of largePurchases as an XLSX and an ODS file in the folder, amounts as numbers. */
export async function writeSheets(
  folder: string,
  { rows }: { rows: number },
): Promise<{ xlsx: string; ods: string }> {
  const text = largePurchases({ rows, canteens: 1, from: "2025-01-01" });
  const { data } = Papa.parse<string[]>(text.trimEnd());
  const cells = data.map((row, index) =>
    row.map((cell, at) => (at === 4 && index > 0 ? Number(cell) : cell)),
  );
  const sheets = [{ name: "Achats", rows: cells }];
  const files = { xlsx: join(folder, "purchases.xlsx"), ods: join(folder, "purchases.ods") };
  await writeFile(files.xlsx, await writeXlsx({ sheets }));
  await writeFile(files.ods, await writeOds({ sheets }));
  return files;
}
