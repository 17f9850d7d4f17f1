import { Worker } from "node:worker_threads";
import { AppError } from "../app-error.ts";

/** The documents for diners, each made from the template of its name. */
export const PDF_TEMPLATES = ["affiche", "depliant", "autocollant", "plaquette"] as const;
/** Those, the label of a légumerie's packs, and the report of a semester to the council. */
export type PdfTemplate = (typeof PDF_TEMPLATES)[number] | "etiquette" | "rapport-cdess";
/** The picture of a public page, as PNG. */
export type PictureTemplate = "vignette";

export interface PdfOrder {
  template: PdfTemplate | PictureTemplate;
  /** JSON: what people wrote reaches the document as data only. */
  data: string;
  /** Seconds: the document's date. */
  createdAt: number;
}

export type PdfAnswer = { ok: true; bytes: Uint8Array } | { ok: false; message: string };

/** Documents that may wait for the one being made. */
const MOST_WAITING = 20;
const MOST_MS = 20_000;
/** A thread without work for so long is ended: it holds the fonts in memory. */
const IDLE_MS = 60_000;

let worker: Worker | null = null;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();
let idle: NodeJS.Timeout | null = null;

/**
 * A tagged PDF (PDF/UA-1), or the PNG of a picture, made in a thread of its own, one after another. TOO_MANY_REQUESTS when too many wait; a
 * document that cannot be made is a bug, and thrown.
 */
export async function writePdfAside(order: PdfOrder): Promise<Uint8Array> {
  if (waiting >= MOST_WAITING) throw new AppError("TOO_MANY_REQUESTS", { waitSeconds: 10 });
  waiting += 1;
  const mine = last.then(() => ask(order));
  last = mine.catch(() => undefined);
  try {
    const answer = await mine;
    if (!answer.ok) throw new Error(`no document of ${order.template}: ${answer.message}`);
    return answer.bytes;
  } finally {
    waiting -= 1;
    if (waiting === 0) endLater();
  }
}

/** Ends the thread, if there is one. */
export async function stopPdfWriter(): Promise<void> {
  if (idle !== null) clearTimeout(idle);
  const stopping = worker;
  worker = null;
  await stopping?.terminate();
}

function endLater(): void {
  if (idle !== null) clearTimeout(idle);
  idle = setTimeout(() => void stopPdfWriter(), IDLE_MS);
  idle.unref();
}

function ask(order: PdfOrder): Promise<PdfAnswer> {
  if (idle !== null) clearTimeout(idle);
  worker ??= startWorker();
  const asked = worker;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      settle();
      void stopPdfWriter();
      resolve({ ok: false, message: `more than ${MOST_MS} ms` });
    }, MOST_MS);
    function settle(): void {
      clearTimeout(timer);
      asked.off("message", onMessage);
      asked.off("error", onError);
    }
    function onMessage(answer: PdfAnswer): void {
      settle();
      resolve(answer);
    }
    function onError(error: Error): void {
      settle();
      worker = null;
      reject(error);
    }
    asked.once("message", onMessage);
    asked.once("error", onError);
    asked.postMessage(order);
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL("./pdf-worker.ts", import.meta.url));
  started.unref();
  return started;
}
