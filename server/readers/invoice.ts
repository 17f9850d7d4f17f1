import type { Invoice } from "../../shared/invoices.ts";
import { checkInvoice } from "./invoice/check.ts";
import { readInvoiceXml } from "./invoice/read-xml.ts";
import { INVOICE_LIMITS, InvoiceRefusal } from "./invoice/refusal.ts";

/** A PDF may have other bytes before its head. */
const PDF_HEAD_WITHIN = 1_024;

/**
 * The electronic invoice of a file: UBL, CII or ZUGFeRD 1.0, as XML or inside a PDF, known by its content. What is
 * wrong in it is in `issues`. Throws InvoiceRefusal when it is no readable invoice.
 * Memory and time are bounded by `readInvoiceAside`, which runs this in a thread of its own.
 */
export async function readInvoice(bytes: Uint8Array): Promise<Invoice> {
  if (bytes.length > INVOICE_LIMITS.bytes) throw new InvoiceRefusal("INVOICE_TOO_LARGE");
  if (bytes.every((byte) => byte <= 0x20)) throw new InvoiceRefusal("INVOICE_EMPTY");
  return checkInvoice(isPdf(bytes) ? await readPdf(bytes) : readInvoiceXml(bytes));
}

/** Whether the bytes are those of a PDF. */
export function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, PDF_HEAD_WITHIN)).includes("%PDF-");
}

/** The library for PDF is large: it is loaded for the first one. */
async function readPdf(bytes: Uint8Array): Promise<Invoice> {
  const { readInvoicePdf } = await import("./invoice/pdf.ts");
  return await readInvoicePdf(bytes);
}
