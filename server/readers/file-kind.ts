import type { FileKind } from "../../shared/file-kinds.ts";
import { decodeText } from "./encoding.ts";
import { xmlRoot } from "./xml-root.ts";
import { zipNames } from "./zip-names.ts";

/** What bytes are, by content alone. Reads no more than their start, and the table of contents of a zip. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, "PK\u0003\u0004")) return isWorkbook(bytes) ? "workbook" : "unknown";
  // A workbook of before 2007, or a locked one: the import page says how to save it.
  if (startsWith(bytes, "\u00D0\u00CF\u0011\u00E0")) return "workbook";
  if (isImage(bytes)) return "image";
  if (isPdf(bytes)) return "pdf";
  const start = bytes.subarray(0, XML_START_BYTES);
  const { text } = decodeText(start);
  if (/^\s*</.test(text)) return INVOICE_ROOTS.has(xmlRoot(text) ?? "") ? "invoice-xml" : "unknown";
  return isTable(text) ? "table" : "unknown";
}

const INVOICE_ROOTS: ReadonlySet<string> = new Set([
  "Invoice",
  "CreditNote",
  "CrossIndustryInvoice",
  "CrossIndustryDocument",
  // The envelope of networks: the reader looks inside.
  "StandardBusinessDocument",
]);

/** A root is found within this: some programs write a licence above it. */
const XML_START_BYTES = 262_144;
/** Some programs write a few lines before « %PDF ». */
const PDF_START_BYTES = 1_024;

function isPdf(bytes: Uint8Array): boolean {
  return /%PDF-\d\.\d/.test(latin(bytes.subarray(0, PDF_START_BYTES)));
}

const PHOTO_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"];

function isImage(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, 12));
  return (
    head.startsWith("\u00FF\u00D8\u00FF") ||
    head.startsWith("\u0089PNG\r\n\u001A\n") ||
    (head.startsWith("RIFF") && head.endsWith("WEBP")) ||
    (head.slice(4, 8) === "ftyp" && PHOTO_BRANDS.includes(head.slice(8)))
  );
}

/** An ODT also has a content.xml: only a spreadsheet, or a file that does not say, is taken. */
function isWorkbook(bytes: Uint8Array): boolean {
  const names = zipNames(bytes);
  if (names.has("xl/workbook.xml")) return true;
  const said = /mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(latin(bytes.subarray(0, 200)));
  return names.has("content.xml") && (said === null || said[1] === "spreadsheet");
}

/** Text, with something written in it. A few stray controls are seen in real exports; a program is full of them. */
function isTable(text: string): boolean {
  if (text.includes("\0") || text.startsWith("{\\rtf") || text.startsWith("GIF8")) return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  const controls = text.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  return controls <= text.length / 100;
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return latin(bytes.subarray(0, start.length)) === start;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
