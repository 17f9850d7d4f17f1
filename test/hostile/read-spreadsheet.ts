import { readPurchaseFile } from "../../server/readers/purchase-file.ts";
import { readPurchaseFileAside } from "../../server/readers/read-aside.ts";
import { readHead, readHeadAside } from "../../server/readers/read-head-aside.ts";
import type { InterpretOptions, PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import { inspectTable } from "../../shared/table-mapping/inspect-table.ts";
import { INSPECTED_ROWS } from "../../shared/table-mapping/inspection.ts";
import { LILLE, READ_ON } from "../fixtures/spreadsheet-cases/case.ts";

const OPTIONS: InterpretOptions = {
  today: READ_ON,
  mode: "forgiving",
  canteens: [{ id: "canteen-lille", siret: LILLE }],
  chosen: null,
  create: false,
};

/**
 * A file read as the product would: by the State's names, strictly, and by the mapping that it suggests, in this thread
 * or aside from it within the limits.
 */
export async function readSpreadsheet(bytes: Uint8Array, where: "here" | "aside"): Promise<PurchaseFile[]> {
  const read = (options: InterpretOptions) =>
    where === "here" ? readPurchaseFile(bytes, options) : readPurchaseFileAside(bytes, options);
  const wanted = { rows: INSPECTED_ROWS, wanted: null };
  const files = [await read(OPTIONS)];
  if (where === "here") files.push(await read({ ...OPTIONS, mode: "strict" }));
  const reading = where === "here" ? await readHead(bytes, wanted) : await readHeadAside(bytes, wanted);
  if (!reading.ok) return files;
  const { mapping } = inspectTable(reading.head);
  const columns = { date: { constant: "2026-01-01" }, fournisseur: { constant: "F" }, ...mapping.columns };
  const mapped = { ...mapping, columns };
  files.push(await read({ ...OPTIONS, chosen: LILLE, mapping: mapped }));
  return files;
}
