import { InvoiceRefusal } from "../readers/invoice/refusal.ts";
import type { ReadDocument } from "./open-invoice.ts";

/** The bytes read as an invoice, in a thread of their own; why they are none is data. */
export async function readDocument(bytes: Uint8Array): Promise<ReadDocument> {
  // The readers of XML and of PDF are large: they are loaded for the first invoice.
  const { readInvoiceAside } = await import("../readers/read-invoice-aside.ts");
  try {
    return { invoice: await readInvoiceAside(bytes), refusal: null };
  } catch (error) {
    if (error instanceof InvoiceRefusal) return { invoice: null, refusal: error.code };
    throw error;
  }
}
