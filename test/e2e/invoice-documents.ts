import { deflateSync } from "node:zlib";
import type { Page } from "playwright-core";
import { newId } from "../../shared/ids.ts";
import { facturX, supplierInvoice } from "../support/invoices/supplier-invoice.ts";
import { chosenCanteen } from "./ask.ts";

const HEADERS = { "x-bonnepart": "1", "sec-fetch-site": "same-origin" };

/** Two lines of an invoice whose articles nobody knows. */
export const LINES = [
  {
    name: "Carottes sable carton 10 kg",
    quantity: "6",
    unit: "XCT",
    price: "12.5",
    net: "75.00",
    sellerItemId: "CAR10",
  },
  {
    name: "Yaourt nature 12 x 125 g",
    quantity: "20",
    unit: "XCT",
    price: "4.2",
    net: "84.00",
    sellerItemId: "YAO12",
  },
];

/** The page of an invoice to review, taken in if it is not yet. */
export function invoiceToReview(page: Page): Promise<string> {
  const spec = supplierInvoice({ number: "VISITE-1", date: "2026-10-12", lines: LINES });
  return openDocument(page, { name: "facture.pdf", mimeType: "application/pdf", buffer: facturX(spec) });
}

/** The page of an invoice whose lines do not make its total. */
export function invoiceWithGap(page: Page): Promise<string> {
  const spec = supplierInvoice({
    number: "VISITE-2",
    date: "2026-10-13",
    lines: LINES,
    totals: { exclusive: "150.00" },
  });
  return openDocument(page, { name: "ecart.pdf", mimeType: "application/pdf", buffer: facturX(spec) });
}

/** The page of a photo. */
export function photoToJoin(page: Page): Promise<string> {
  return openDocument(page, { name: "bon.png", mimeType: "image/png", buffer: photo() });
}

interface Document {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Drops a file without a hand, and gives the page it opens. */
async function openDocument(page: Page, file: Document): Promise<string> {
  const canteenId = await chosenCanteen(page);
  const sent = await page.request.post("/files/imports", { headers: HEADERS, multipart: { file } });
  const { fileId } = (await sent.json()) as { fileId: string };
  const opened = await page.request.post("/trpc/invoices.open", {
    headers: HEADERS,
    data: { canteenId, fileId, invoiceId: newId() },
  });
  const { result } = (await opened.json()) as { result: { data: { invoiceId?: string; sameId?: string } } };
  return `/factures/${canteenId}/${result.data.invoiceId ?? result.data.sameId}`;
}

/** A PNG of 60 x 80 points, of one grey. */
export function photo(): Buffer {
  const [width, height] = [60, 80];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.concat(
    Array.from({ length: height }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(width, 0xcc)])),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
