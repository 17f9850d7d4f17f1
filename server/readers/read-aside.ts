import type { Worker } from "node:worker_threads";
import type { ImportProgress } from "../../shared/imports.ts";
import type { InterpretOptions, PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import type { PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import { FILE_LIMITS } from "./file-refusal.ts";
import { openUnpacking } from "./packed-purchases.ts";
import { readPurchaseFile, refusedFile } from "./purchase-file.ts";
import type { ReadingNews, ReadingTask } from "./purchase-file-worker.ts";
import { MEMORY_MB, takeReadingThread } from "./reading-thread.ts";

/** Below this a thread costs more than the reading. */
const SMALL_BYTES = 65_536;
/** How often the memory outside the heap is looked at. */
const WATCH_MS = 50;

export interface AsideReading {
  /** Larger files are refused with FILE_TOO_LARGE; by default FILE_LIMITS.bytes. */
  maxBytes?: number;
  /** Longer readings are stopped and the file refused with FILE_TIME; by default FILE_LIMITS.milliseconds. */
  maxMs?: number;
  /** Told how far the reading is, in bytes; the last call says that it is over. */
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/**
 * Reads a purchase file in a thread of its own, so that nobody waits for it, within the limits of memory and
 * time; beyond them the file is refused with FILE_BOMB or FILE_TIME. A small text is read here and now.
 */
export async function readPurchaseFileAside(
  bytes: Uint8Array,
  options: InterpretOptions,
  reading: AsideReading = {},
): Promise<PurchaseFile> {
  const { maxBytes = FILE_LIMITS.bytes, onProgress } = reading;
  const total = bytes.length;
  onProgress?.({ phase: "reading", done: 0, total });
  const file = total > maxBytes ? refusedFile("FILE_TOO_LARGE") : await read(bytes, options, reading);
  onProgress?.({ phase: "reading", done: total, total });
  return file;
}

async function read(
  bytes: Uint8Array,
  options: InterpretOptions,
  reading: AsideReading,
): Promise<PurchaseFile> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (bytes.length < SMALL_BYTES && !isZip) return await readPurchaseFile(bytes, options);
  const worker = takeReadingThread();
  worker.postMessage({ bytes, options } satisfies ReadingTask);
  try {
    return await fileOf(worker, bytes.length, reading);
  } finally {
    void worker.terminate();
  }
}

function fileOf(
  worker: Worker,
  total: number,
  { maxMs = FILE_LIMITS.milliseconds, onProgress }: AsideReading,
): Promise<PurchaseFile> {
  const rows: PurchaseRow[] = [];
  const unpack = openUnpacking();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(refusedFile("FILE_TIME")), maxMs);
    const watch = setInterval(() => void checkMemory(), WATCH_MS);

    // What is unpacked lives outside the heap, where resourceLimits do not reach.
    async function checkMemory(): Promise<void> {
      const statistics = await worker.getHeapStatistics().catch(() => null);
      const used = (statistics?.external_memory ?? 0) + (statistics?.malloced_memory ?? 0);
      if (used > MEMORY_MB * 2 ** 20) finish(refusedFile("FILE_BOMB"));
    }

    worker.on("message", (news: ReadingNews) => {
      if ("share" in news) onProgress?.({ phase: "reading", done: Math.floor(news.share * total), total });
      else if ("rows" in news) rows.push(...unpack(news.rows));
      // Refused at its end, it has none.
      else finish({ ...news.file, rows: news.file.read === 0 ? [] : rows });
    });
    worker.once("error", (error: Error & { code?: string }) => {
      settle();
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(refusedFile("FILE_BOMB"));
      else reject(error);
    });

    function settle(): void {
      clearTimeout(timer);
      clearInterval(watch);
    }
    function finish(file: PurchaseFile): void {
      settle();
      resolve(file);
    }
  });
}
