import { deflateSync } from "node:zlib";
import { bytesOf } from "../support/invoices/case.ts";

/** A file made to exhaust its reader; `size` (1 to 10) says how far it goes. */
export type Bomb = (size: number) => Uint8Array;

const MEGABYTE = 1_048_576;

/** Inside a UBL invoice, so that nothing is refused for its root. */
function ubl(inner: string): Uint8Array {
  return bytesOf(
    `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">${inner}</Invoice>`,
  );
}

function cii(lines: string): Uint8Array {
  return bytesOf(
    `<CrossIndustryInvoice><SupplyChainTradeTransaction>${lines}</SupplyChainTradeTransaction></CrossIndustryInvoice>`,
  );
}

function times(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join("");
}

const LAUGHS = times(9, (level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`);

const XML_BOMBS: Readonly<Record<string, Bomb>> = {
  "billion laughs": () =>
    bytesOf(`<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY l0 "lol">${LAUGHS}]><Invoice>&l9;</Invoice>`),
  "quadratic entities": (size) =>
    bytesOf(
      `<!DOCTYPE a [<!ENTITY a "${"a".repeat(size * 50_000)}">]><Invoice>${"&a;".repeat(50_000)}</Invoice>`,
    ),
  "external entity": () =>
    bytesOf('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Invoice><ID>&x;</ID></Invoice>'),
  "entities without a doctype": (size) => ubl(`<Note>${"&l9;&amp;".repeat(size * 10_000)}</Note>`),
  nesting: (size) => bytesOf("<a>".repeat(size * 20_000) + "</a>".repeat(size * 20_000)),
  "nested lines": (size) => ubl("<InvoiceLine>".repeat(size * 5) + "</InvoiceLine>".repeat(size * 5)),
  "giant name": (size) =>
    ubl(`<InvoiceLine><Item><Name>${"x".repeat(size * 900_000)}</Name></Item></InvoiceLine>`),
  "giant attribute": (size) => ubl(`<ID schemeID="${"x".repeat(size * 900_000)}">1</ID>`),
  "giant number": (size) =>
    ubl(
      `<LegalMonetaryTotal><PayableAmount>${"9".repeat(size * 90_000)}</PayableAmount></LegalMonetaryTotal>`,
    ),
  "many attributes": (size) => ubl(`<a ${times(size * 19_000, (index) => `a${index}="1" `)}/>`),
  "many elements": (size) => ubl("<a/>".repeat(size * 59_000)),
  "many lines": (size) => ubl("<InvoiceLine><ID>1</ID></InvoiceLine>".repeat(size * 3_000)),
  "many notes": (size) => ubl("<Note>x</Note>".repeat(size * 20_000)),
  "one parent of all": (size) =>
    cii(
      times(
        size * 1_500,
        () =>
          "<IncludedSupplyChainTradeLineItem><AssociatedDocumentLineDocument><LineID>1</LineID><ParentLineID>1</ParentLineID></AssociatedDocumentLineDocument></IncludedSupplyChainTradeLineItem>",
      ),
    ),
  "a chain of parents": (size) =>
    cii(
      times(
        size * 1_500,
        (index) =>
          `<IncludedSupplyChainTradeLineItem><AssociatedDocumentLineDocument><LineID>${index}</LineID><ParentLineID>${index - 1}</ParentLineID></AssociatedDocumentLineDocument></IncludedSupplyChainTradeLineItem>`,
      ),
    ),
  "open comments": (size) => bytesOf(`<a>${"<!--".repeat(size * 200_000)}`),
  "only opening signs": (size) => bytesOf("<".repeat(size * 900_000)),
  "more than the limit": () => new Uint8Array(21 * MEGABYTE).fill(0x3c),
};

/** Objects of a PDF as they stand, numbered from 1, with a cross-reference table. */
function pdf(objects: readonly (string | Buffer)[], trailer = "<< /Root 1 0 R /Size 9 >>"): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  let at = 9;
  for (const [index, object] of objects.entries()) {
    const whole = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from("\nendobj\n"),
    ]);
    offsets.push(at);
    at += whole.length;
    parts.push(whole);
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const tail = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(tail)]));
}

const CATALOGUE =
  "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(factur-x.xml) 4 0 R] >> >> >>";
const PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>";
const FILE = "<< /Type /Filespec /F (factur-x.xml) /EF << /F 5 0 R >> >>";

function stream(dictionary: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from("\nendstream"),
  ]);
}

function attached(dictionary: string, content: Buffer): Uint8Array {
  return pdf([CATALOGUE, PAGES, PAGE, FILE, stream(`/Type /EmbeddedFile ${dictionary}`, content)]);
}

const SMALL = stream("/Type /EmbeddedFile", Buffer.from("<a/>"));

/** Runs of 128 spaces in two bytes. */
function runLengths(megabytes: number): Buffer {
  const bytes = Buffer.alloc((megabytes * MEGABYTE) / 64);
  for (let index = 0; index < bytes.length; index += 2) bytes.writeUInt16BE(0x8120, index);
  return bytes;
}

/** Zeros packed twice: the first unpacking is small, the second is not. */
function packedTwice(megabytes: number): Buffer {
  return deflateSync(deflateSync(Buffer.alloc(megabytes * MEGABYTE, 32)));
}

const PDF_BOMBS: Readonly<Record<string, Bomb>> = {
  "flate of zeros": (size) =>
    attached("/Filter /FlateDecode", deflateSync(Buffer.alloc(size * 30 * MEGABYTE, 32))),
  "flate in flate": (size) => attached("/Filter [/FlateDecode /FlateDecode]", packedTwice(size * 30)),
  "run lengths": (size) => attached("/Filter /RunLengthDecode", runLengths(size * 60)),
  "lzw of nothing": (size) => attached("/Filter /LZWDecode", Buffer.alloc(size * 400_000, 0x80)),
  "hex in hex": (size) =>
    attached("/Filter [/ASCIIHexDecode /ASCIIHexDecode]", Buffer.alloc(size * 400_000, 0x33)),
  "a predictor of huge rows": () =>
    attached(
      "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 100000000 /Colors 32 >>",
      deflateSync(Buffer.alloc(MEGABYTE)),
    ),
  "names that hold themselves": () =>
    pdf([
      "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 4 0 R >> >>",
      PAGES,
      PAGE,
      "<< /Kids [4 0 R 4 0 R] >>",
    ]),
  "pages that hold themselves": () =>
    pdf([CATALOGUE, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>", PAGE, FILE, SMALL]),
  "cross-references in a ring": () =>
    pdf([CATALOGUE, PAGES, PAGE, FILE, SMALL], "<< /Root 1 0 R /Size 9 /Prev 9 >>"),
  "an object stream of a billion": () =>
    pdf([
      CATALOGUE,
      PAGES,
      PAGE,
      "6 0 R",
      SMALL,
      stream("/Type /ObjStm /N 1000000000 /First 10 /Extends 6 0 R", Buffer.from("1 0 2 0")),
    ]),
  "a table of a billion": () =>
    pdf([CATALOGUE, PAGES, PAGE, FILE, SMALL], "<< /Root 1 0 R /Size 2000000000 >>"),
  "nested arrays": (size) => pdf([CATALOGUE, PAGES, PAGE, "[".repeat(size * 20_000), SMALL]),
  "nested dictionaries": (size) => pdf([CATALOGUE, PAGES, PAGE, FILE, SMALL], "<< /A ".repeat(size * 10_000)),
  "many attachments": (size) =>
    pdf([
      `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${times(size * 2_000, (index) => `(f${index}.xml) 4 0 R `)}] >> >> >>`,
      PAGES,
      PAGE,
      FILE,
      stream("/Filter /FlateDecode", deflateSync(Buffer.alloc(2 * MEGABYTE, 32))),
    ]),
  "many pages": (size) =>
    pdf([
      CATALOGUE,
      `<< /Type /Pages /Kids [${"3 0 R ".repeat(size * 5_000)}] /Count ${size * 5_000} >>`,
      PAGE,
      FILE,
      SMALL,
    ]),
  "headers of objects": (size) => bytesOf(`%PDF-1.7\n${"1 0 obj\n".repeat(size * 100_000)}`),
};

/** Every kind of bomb. */
export const INVOICE_BOMBS: Readonly<Record<string, Bomb>> = { ...XML_BOMBS, ...PDF_BOMBS };
