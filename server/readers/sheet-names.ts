import { Buffer } from "node:buffer";
import type { Readable } from "node:stream";
import type { Entry, ZipFile } from "yauzl";
import yauzl from "yauzl";
import { FileRefusal } from "./file-refusal.ts";

/** Names stand at the start of what lists them; more is not unpacked. */
const READ_BYTES = 20_971_520;
const MOST_NAMES = 1_000;

/** Names of the sheets of a workbook, in their order. FileRefusal: FILE_UNREADABLE. */
export async function readSheetNames(bytes: Uint8Array): Promise<string[]> {
  const zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const entry = await findEntry(zip);
  if (entry === null) return [];
  const xml = await readStart(zip, entry);
  const pattern = entry.fileName === "content.xml" ? ODS_NAME : XLSX_NAME;
  return [...xml.matchAll(pattern)].slice(0, MOST_NAMES).map(([, name = ""]) => unescapeXml(name));
}

const XLSX_NAME = /<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g;
const ODS_NAME = /<table:table\s[^>]*?\btable:name="([^"]*)"/g;

function openZip(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true }, (error, zip) => {
      if (error) reject(new FileRefusal("FILE_UNREADABLE"));
      else resolve(zip);
    });
  });
}

/** What lists the sheets; null: the zip has no such entry. */
function findEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    zip.on("error", () => reject(new FileRefusal("FILE_UNREADABLE")));
    zip.on("end", () => resolve(null));
    zip.on("entry", (entry: Entry) => {
      if (entry.fileName === "content.xml" || entry.fileName === "xl/workbook.xml") resolve(entry);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function readStart(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(new FileRefusal("FILE_UNREADABLE"));
      else collect(stream, resolve, reject);
    });
  });
}

function collect(stream: Readable, resolve: (xml: string) => void, reject: (error: Error) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const finish = () => resolve(Buffer.concat(chunks).toString("utf8"));
  stream.on("error", () => reject(new FileRefusal("FILE_UNREADABLE")));
  stream.on("end", finish);
  stream.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size < READ_BYTES) return;
    finish();
    stream.destroy();
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
