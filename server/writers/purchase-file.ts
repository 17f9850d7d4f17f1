import type { Category } from "../../shared/categories.ts";
import type { IsoDate, LocalDefinition, Origin } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import { decimalOfCents } from "../../shared/purchase-file/amount.ts";
import { guardText } from "../../shared/purchase-file/cell-text.ts";
import { PURCHASE_COLUMNS } from "../../shared/purchase-file/columns.ts";
import { UNNAMED_SUPPLIER } from "../../shared/purchase-file/purchase-row.ts";
import { csvRow } from "./csv.ts";

/** One purchase as the State's platform takes it. */
export interface PurchaseLine {
  siret: string;
  description: string;
  supplierName: string;
  date: IsoDate;
  /** HT, cents, signed. */
  amountHtCents: number;
  family: Family;
  /** Categories at least declared, the one the line counts under first. */
  categories: readonly Category[];
  origin: Origin | null;
  short: boolean;
  local: boolean;
  /** The organisation's definition on the date; null: it had none. */
  definition: LocalDefinition | null;
}

/** The platform refuses a larger file. */
export const MAX_EXPORT_BYTES = 10_000_000;

/**
 * The lines as files of the State's schema (12 columns, LF, UTF-8 without mark), each at most MAX_EXPORT_BYTES and
 * each with its header; without a line, one file of the header alone.
 */
export function writePurchaseFiles(lines: readonly PurchaseLine[], maxBytes = MAX_EXPORT_BYTES): string[] {
  const header = csvRow(PURCHASE_COLUMNS);
  const files: string[] = [];
  let [parts, bytes] = [[header], header.length];
  for (const line of lines) {
    const row = csvRow(cellsOf(line));
    const size = Buffer.byteLength(row);
    if (bytes + size > maxBytes && parts.length > 1) {
      files.push(parts.join(""));
      [parts, bytes] = [[header], header.length];
    }
    parts.push(row);
    bytes += size;
  }
  return [...files, parts.join("")];
}

/** In the order of PURCHASE_COLUMNS. */
function cellsOf(line: PurchaseLine): string[] {
  const definition = line.local ? line.definition : null;
  return [
    line.siret,
    guardText(line.description) || "Sans description",
    line.supplierName === UNNAMED_SUPPLIER ? "" : guardText(line.supplierName),
    line.date,
    decimalOfCents(line.amountHtCents),
    line.family,
    line.categories.join(","),
    line.origin ?? "",
    line.short ? "OUI" : "NON",
    line.local ? "OUI" : "NON",
    definition?.scope ?? "",
    definition?.scope === "KM" && definition.radiusM !== null ? kilometres(definition.radiusM) : "",
  ];
}

/** Metres as kilometres with a point, no useless zero: `80`, `12.5`. */
function kilometres(metres: number): string {
  const rest = String(metres % 1000)
    .padStart(3, "0")
    .replace(/0+$/, "");
  return `${Math.floor(metres / 1000)}${rest === "" ? "" : `.${rest}`}`;
}
