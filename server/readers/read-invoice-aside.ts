import { Worker } from "node:worker_threads";
import type { Invoice, InvoiceRefusalCode } from "../../shared/invoices.ts";
import { INVOICE_LIMITS, InvoiceRefusal } from "./invoice/refusal.ts";
import { isPdf, readInvoice } from "./invoice.ts";

/** What became of a file: the invoice, or why it is none. */
export type InvoiceReading = { ok: true; invoice: Invoice } | { ok: false; code: InvoiceRefusalCode };

/** A thread that reads one invoice after another. */
export interface InvoiceReader {
  read(bytes: Uint8Array): Promise<InvoiceReading>;
  stop(): Promise<void>;
}

/** Below this an XML file costs less to read than a thread to start. */
const SMALL_BYTES = 65_536;
/** How often the memory of the thread is looked at. */
const WATCH_MS = 25;
const MEGABYTE = 1_048_576;

/**
 * Reads an invoice in a thread of its own, so that nobody waits for it, within the limits of time and memory; beyond
 * them it is refused with INVOICE_TIME or INVOICE_LIMITS. Throws InvoiceRefusal as `readInvoice` does.
 */
export async function readInvoiceAside(bytes: Uint8Array): Promise<Invoice> {
  const reader = startInvoiceReader();
  try {
    const reading = await reader.read(bytes);
    if (reading.ok) return reading.invoice;
    throw new InvoiceRefusal(reading.code);
  } finally {
    await reader.stop();
  }
}

/** A reader for many files: its thread is started when the first needs one, and anew after one went beyond a limit. */
export function startInvoiceReader(): InvoiceReader {
  let worker: Worker | null = null;
  let isFresh = true;
  async function stop(): Promise<void> {
    const stopping = worker;
    worker = null;
    await stopping?.terminate();
  }
  /** Null: the thread went beyond its memory, and is gone. */
  async function readAside(bytes: Uint8Array): Promise<InvoiceReading | null> {
    isFresh = worker === null;
    worker ??= startWorker();
    const reading = await readInWorker(worker, bytes);
    if (reading === null || (!reading.ok && reading.code === "INVOICE_TIME")) await stop();
    return reading;
  }
  return {
    stop,
    async read(bytes) {
      if (bytes.length < SMALL_BYTES && !isPdf(bytes)) return await readHere(bytes);
      if (bytes.length > INVOICE_LIMITS.bytes) return { ok: false, code: "INVOICE_TOO_LARGE" };
      const reading = await readAside(bytes);
      // What earlier files left behind must not be held against this one: it gets a thread of its own.
      if (reading !== null || isFresh) return reading ?? { ok: false, code: "INVOICE_LIMITS" };
      return (await readAside(bytes)) ?? { ok: false, code: "INVOICE_LIMITS" };
    },
  };
}

async function readHere(bytes: Uint8Array): Promise<InvoiceReading> {
  try {
    return { ok: true, invoice: await readInvoice(bytes) };
  } catch (error) {
    if (error instanceof InvoiceRefusal) return { ok: false, code: error.code };
    throw error;
  }
}

function startWorker(): Worker {
  return new Worker(new URL("./invoice-worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: INVOICE_LIMITS.memoryMegabytes },
  });
}

/** Null: beyond the limit of memory. */
function readInWorker(worker: Worker, bytes: Uint8Array): Promise<InvoiceReading | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish({ ok: false, code: "INVOICE_TIME" }), INVOICE_LIMITS.milliseconds);
    const watch = setInterval(() => void checkMemory(), WATCH_MS);

    // Unpacked streams live outside the heap, where resourceLimits do not reach.
    async function checkMemory(): Promise<void> {
      const statistics = await worker.getHeapStatistics().catch(() => null);
      const used = (statistics?.external_memory ?? 0) + (statistics?.malloced_memory ?? 0);
      if (used > INVOICE_LIMITS.memoryMegabytes * MEGABYTE) finish(null);
    }
    function onError(error: Error & { code?: string }): void {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") finish(null);
      else {
        settle();
        reject(error);
      }
    }
    function settle(): void {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off("message", finish);
      worker.off("error", onError);
    }
    function finish(reading: InvoiceReading | null): void {
      settle();
      resolve(reading);
    }
    worker.once("message", finish);
    worker.once("error", onError);
    worker.postMessage(bytes);
  });
}
