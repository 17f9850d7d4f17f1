import { Worker } from "node:worker_threads";
import type { ImportProgress } from "../../shared/imports.ts";
import type { InterpretOptions, PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import { FILE_LIMITS } from "./file-refusal.ts";
import { readPurchaseFile, refusedFile } from "./purchase-file.ts";

/** Below this a thread costs more than the reading. */
const SMALL_BYTES = 65_536;
const MEMORY_MB = 768;

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

function read(
  bytes: Uint8Array,
  options: InterpretOptions,
  { maxMs = FILE_LIMITS.milliseconds }: AsideReading,
): Promise<PurchaseFile> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (bytes.length < SMALL_BYTES && !isZip) return readPurchaseFile(bytes, options);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./purchase-file-worker.ts", import.meta.url), {
      workerData: { bytes, options },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const timer = setTimeout(() => finish(refusedFile("FILE_TIME")), maxMs);
    worker.once("message", finish);
    worker.once("error", (error: Error & { code?: string }) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") finish(refusedFile("FILE_BOMB"));
      else {
        clearTimeout(timer);
        reject(error);
      }
    });

    function finish(file: PurchaseFile): void {
      clearTimeout(timer);
      resolve(file);
      void worker.terminate();
    }
  });
}
