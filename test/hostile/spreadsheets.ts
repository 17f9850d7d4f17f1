import fc from "fast-check";
import Papa from "papaparse";
import { writeRefusedRows } from "../../server/writers/refused-rows.ts";
import { isIsoDate } from "../../shared/calendar.ts";
import { FAMILIES } from "../../shared/families.ts";
import type { PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import { FILE_ISSUE_CODES } from "../../shared/purchase-file/issues.ts";
import type { PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import { SPREADSHEET_CASES } from "../fixtures/spreadsheet-cases/all.ts";
import type { ZipEntry } from "../support/workbooks/zip.ts";
import { readStoredZip, writeZip } from "../support/workbooks/zip.ts";
import type { Change } from "./changes.ts";
import { damage, places } from "./changes.ts";
import { SPREADSHEET_BOMBS } from "./spreadsheet-bombs.ts";

/** One spreadsheet that nobody should send. */
export interface HostileSpreadsheet {
  kind: string;
  bytes: Uint8Array;
}

/** What is put into a file to see whether it is believed. */
const PIECES = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x";"y")',
  "@SUM(1+1)*cmd|'x'!A0",
  "\t=1+1",
  '"',
  '""',
  '"\n"',
  ";;;;;;;;;;;;",
  ",,,,,,,,,,,,",
  "\t\t\t\t",
  "\r",
  "\r\n\r\n",
  "\0",
  "\uFEFF",
  "\u202E\u0301\uFFFF",
  "__proto__",
  "constructor",
  "-1e999",
  "9".repeat(60),
  "1.234,56",
  "2026-02-31",
  "31/12/9999",
  "TOTAL",
  "siret",
  "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
  '<c r="XFD1048576"><v>1</v></c>',
  '<row r="99999999"><c r="A1"/></row>',
  'table:number-columns-repeated="99999999" ',
  'table:number-rows-repeated="99999999" ',
  "&#0;&#x110000;&#xD800;",
  "</sheetData>",
];

const cells: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.tuple(places, fc.constantFrom(...PIECES)).map(
      ([at, piece]): Change => ({
        kind: "a cell replaced",
        change: (bytes) => replaceCell(bytes, at, piece),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(places, fc.integer({ min: 1, max: 70_000 })).map(
      ([at, length]): Change => ({
        kind: "a giant cell",
        change: (bytes) => replaceCell(bytes, at, "à".repeat(length)),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 2, max: 2_000 }).map(
      (times): Change => ({
        kind: "the last row again",
        change: (bytes) => repeatLastRow(bytes, times),
      }),
    ),
  },
);

const changes = damage({ pieces: PIECES, deep: cells });

/** Another text between two separators next to a place. */
function replaceCell(bytes: Uint8Array, at: number, piece: string): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  const start = text.slice(Math.floor(at * text.length)).search(/[,;\t\n>]/) + Math.floor(at * text.length);
  const length = text.slice(start + 1).search(/[,;\t\n<]/);
  if (length === -1 || start < 0) return bytes;
  const put = Buffer.from(piece, "utf8").toString("latin1");
  const changed = `${text.slice(0, start + 1)}${put}${text.slice(start + 1 + length)}`;
  return new Uint8Array(Buffer.from(changed, "latin1"));
}

function repeatLastRow(bytes: Uint8Array, times: number): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  const last = text.trimEnd().split("\n").at(-1) ?? "";
  return new Uint8Array(Buffer.from(`${text}${`${last.slice(0, 400)}\n`.repeat(times)}`, "latin1"));
}

/** Damages one file inside a workbook, whose zip stays whole: the damage reaches the reader of its XML. */
function inside({ kind, change }: Change, at: number): Change {
  return {
    kind: `${kind}, inside`,
    change(bytes) {
      const entries = readStoredZip(bytes);
      const index = Math.min(entries.length - 1, Math.floor(at * entries.length));
      const damaged = entries.map((entry, place): ZipEntry => {
        if (place !== index || typeof entry.content === "string") return entry;
        return { ...entry, content: change(entry.content) };
      });
      return entries.length === 0 ? change(bytes) : writeZip(damaged);
    },
  };
}

const anywhere: fc.Arbitrary<Change> = fc
  .tuple(changes, places, fc.boolean())
  .map(([change, at, isInside]) => (isInside ? inside(change, at) : change));

/** Seeds of each format: fixtures that are not made to be refused at once. */
const SEEDS = SPREADSHEET_CASES.filter(({ ext, about }) => ext !== "xls" && !about.startsWith("no byte"));

/** Fixtures of these formats, damaged one to three times. */
export function damagedSpreadsheets(formats: readonly string[]): fc.Arbitrary<HostileSpreadsheet> {
  const seeds = SEEDS.filter(({ ext }) => formats.includes(ext));
  return fc
    .tuple(fc.noBias(fc.nat(seeds.length - 1)), fc.array(anywhere, { minLength: 1, maxLength: 3 }))
    .map(([seed, steps]) => ({
      kind: `${seeds[seed]?.name}: ${steps.map(({ kind }) => kind).join(", then ")}`,
      bytes: steps.reduce((bytes, { change }) => change(bytes), seeds[seed]?.bytes() ?? new Uint8Array()),
    }));
}

const bombs: fc.Arbitrary<HostileSpreadsheet> = fc
  .tuple(fc.constantFrom(...Object.entries(SPREADSHEET_BOMBS)), fc.integer({ min: 1, max: 10 }))
  .map(([[kind, bomb], size]) => ({ kind, bytes: bomb(size) }));

/** Damaged fixtures of every format, and one bomb in a hundred. */
export const hostileSpreadsheets: fc.Arbitrary<HostileSpreadsheet> = fc.oneof(
  { weight: 99, arbitrary: damagedSpreadsheets(["csv", "tsv", "xlsx", "ods"]) },
  { weight: 1, arbitrary: bombs },
);

/**
 * What is wrong with what the reader said of a file, or null: it counts up, each issue has a code, each purchase is
 * whole, a file without purchases says why, and its refused rows go out as nothing that a spreadsheet would run.
 */
export function faultOf(file: PurchaseFile): string | null {
  if (file.read !== file.rows.length + file.refused.length) return "rows do not add up";
  if (file.issueCount < file.issues.length) return "more issues than are counted";
  if (file.read === 0 && file.header.length === 0 && file.issueCount === 0) return "nothing is said";
  const unknown = file.issues.find(({ code }) => !FILE_ISSUE_CODES.includes(code));
  if (unknown !== undefined) return `unknown issue ${unknown.code}`;
  const broken = file.rows.map(faultOfRow).find((fault) => fault !== null);
  return broken ?? faultOfRefusedRows(file);
}

function faultOfRow(row: PurchaseRow): string | null {
  if (!isIsoDate(row.date)) return `row ${row.row} has no day`;
  if (!Number.isSafeInteger(row.amountHtCents)) return `row ${row.row} has no whole cents`;
  if (!FAMILIES.includes(row.family)) return `row ${row.row} has no family`;
  if (row.description === "" || row.description.length > 300) return `row ${row.row} has no description`;
  if (/\0/.test(row.description + (row.supplier ?? ""))) return `row ${row.row} holds a null character`;
  const { details } = row;
  if (details !== null && details.quantityMilli !== null && !Number.isSafeInteger(details.quantityMilli))
    return `row ${row.row} has a broken quantity`;
  return null;
}

function faultOfRefusedRows(file: PurchaseFile): string | null {
  if (file.refused.length > 2_000) return null;
  const { data } = Papa.parse<string[]>(writeRefusedRows(file, "fr").slice(1), { delimiter: ";" });
  const run = data.flat().find((cell) => /^[=+@\t\r]|^-(?![\d .,\u00A0\u202F]+$)/.test(cell));
  return run === undefined
    ? null
    : `a cell of the refused rows is a formula: ${JSON.stringify(run.slice(0, 50))}`;
}
