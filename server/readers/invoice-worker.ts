import { parentPort } from "node:worker_threads";
import { InvoiceRefusal } from "./invoice/refusal.ts";
import { readInvoice } from "./invoice.ts";
import type { InvoiceReading } from "./read-invoice-aside.ts";

parentPort?.on("message", async (bytes: Uint8Array) => {
  parentPort?.postMessage(await read(bytes));
});

async function read(bytes: Uint8Array): Promise<InvoiceReading> {
  try {
    return { ok: true, invoice: await readInvoice(bytes) };
  } catch (error) {
    if (error instanceof InvoiceRefusal) return { ok: false, code: error.code };
    throw error;
  }
}
