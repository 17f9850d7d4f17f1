import { Buffer } from "node:buffer";
import { readZipEntry } from "./zip-entry.ts";

/** Names stand at the start of what lists them; more is not unpacked. */
const READ_BYTES = 20_971_520;
const MOST_NAMES = 1_000;

const XLSX_NAME = /<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g;
const ODS_NAME = /<table:table\s[^>]*?\btable:name="([^"]*)"/g;

/** Names of the sheets of a workbook, in their order. FileRefusal: FILE_UNREADABLE. */
export async function readSheetNames(bytes: Uint8Array): Promise<string[]> {
  let xml = "";
  const entry = await readZipEntry(bytes, ["content.xml", "xl/workbook.xml"], (text) => {
    xml += text;
    return xml.length < READ_BYTES;
  });
  const pattern = entry === "content.xml" ? ODS_NAME : XLSX_NAME;
  const names = [...xml.matchAll(pattern)].slice(0, MOST_NAMES).map(([, name = ""]) => name);
  return names.map((name) => unescapeXml(Buffer.from(name, "latin1").toString("utf8")));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
