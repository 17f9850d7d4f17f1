import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { fileKind } from "../../../server/readers/file-kind.ts";

const SHEETS = { sheets: [{ name: "Achats", rows: [["Désignation", "Montant"]] }] };
const INVOICE = '<rsm:CrossIndustryInvoice xmlns:rsm="urn:un">…</rsm:CrossIndustryInvoice>';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes written as letters, those of a signature for instance. */
function rawBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function wide(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
}

describe("the kind of a file", () => {
  test("is a workbook for XLSX and ODS, and for an Excel file of before 2007", async () => {
    expect(fileKind(await writeXlsx(SHEETS))).toBe("workbook");
    expect(fileKind(await writeOds(SHEETS))).toBe("workbook");
    expect(fileKind(rawBytes("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"))).toBe("workbook");
  });

  test("is not a workbook because of a zip, nor because of a text document's content.xml", async () => {
    const ods = await writeOds(SHEETS);
    const text = Buffer.from(
      Buffer.from(ods).toString("latin1").replace("opendocument.spreadsheet", "opendocument.presentati"),
      "latin1",
    );
    expect(fileKind(text)).toBe("unknown");
    expect(fileKind(ods.subarray(0, 300))).toBe("unknown");
  });

  test("is a PDF, also with some lines above its mark", () => {
    expect(fileKind(bytesOf("%PDF-1.7\n1 0 obj"))).toBe("pdf");
    expect(fileKind(bytesOf("\r\nserveur d'impression\n%PDF-1.4\n"))).toBe("pdf");
  });

  test.each([
    ["JPEG", "\u00FF\u00D8\u00FF\u00E0\u0000\u0010JFIF"],
    ["PNG", "\u0089PNG\r\n\u001A\n\u0000\u0000"],
    ["WebP", "RIFF\u0024\u0000\u0000\u0000WEBPVP8 "],
    ["a telephone's HEIC", "\u0000\u0000\u0000\u0018ftypheic\u0000\u0000"],
  ])("is an image for %s", (_name, text) => {
    expect(fileKind(rawBytes(text))).toBe("image");
  });

  test.each([
    ["UBL", "<Invoice xmlns='urn:oasis'/>"],
    ["a UBL credit note", "<?xml version='1.0'?>\n<ubl:CreditNote xmlns:ubl='urn:oasis'/>"],
    ["CII", `<?xml version="1.0" encoding="UTF-8"?>${INVOICE}`],
    ["ZUGFeRD 1.0", "<rsm:CrossIndustryDocument xmlns:rsm='urn:ferd'/>"],
    [
      "a root after 5 800 bytes of comment",
      `<?xml version="1.0"?><!-- ${"licence <b> ".repeat(500)} -->\n${INVOICE}`,
    ],
    ["a DOCTYPE, which its reader refuses by name", `<!DOCTYPE x [<!ENTITY a "aaaa">]>${INVOICE}`],
  ])("is an invoice for %s", (_name, text) => {
    expect(fileKind(bytesOf(text))).toBe("invoice-xml");
    expect(fileKind(bytesOf(`\uFEFF${text}`))).toBe("invoice-xml");
    expect(fileKind(wide(text))).toBe("invoice-xml");
  });

  test("is not an invoice for another XML, a page, or XML that never starts", () => {
    for (const text of [
      "<feed/>",
      "<!DOCTYPE html><html><table></table></html>",
      "<!-- Invoice",
      "<?xml",
      "< 12;3",
    ])
      expect(fileKind(bytesOf(text)), text).toBe("unknown");
  });

  test("is a table for text in any encoding", async () => {
    const folder = join(import.meta.dirname, "../../fixtures/purchase-files");
    for (const name of [
      "platform.csv",
      "french.csv",
      "utf16.csv",
      "mark.csv",
      "tracking.tsv",
      "wrapped-lines.csv",
    ])
      expect(fileKind(await readFile(join(folder, name))), name).toBe("table");
    expect(fileKind(rawBytes("D\u00E9signation;Montant\r\n"))).toBe("table");
    expect(fileKind(bytesOf("Désignation\tMontant\n"))).toBe("table");
  });

  test("is unknown for nothing, blanks, programs and other documents", () => {
    for (const text of [
      "",
      " \r\n\t",
      "MZ\u0090\u0000\u0003\u0000",
      "GIF89a;",
      "{\\rtf1\\ansi}",
      "PK\u0003\u0004damaged",
    ])
      expect(fileKind(rawBytes(text)), text).toBe("unknown");
    expect(fileKind(rawBytes("\u0001\u0002\u0003abc\u0005\u0006"))).toBe("unknown");
  });
});
