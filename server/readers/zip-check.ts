import { Buffer } from "node:buffer";
import type { Entry, ZipFile } from "yauzl";
import yauzl from "yauzl";
import { FILE_LIMITS, FileRefusal } from "./file-refusal.ts";

/** Small files compress without bound: the ratio only speaks of large ones. */
const RATIO_FROM_BYTES = 10_485_760;

/**
 * Names of the entries of a zip. Reads its central directory alone, so that a bomb is refused before anything is
 * unpacked. FileRefusal: FILE_UNREADABLE, FILE_BOMB.
 */
export async function checkZip(bytes: Uint8Array): Promise<Set<string>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set<string>();
  let inflated = 0;
  for (const entry of await listEntries(buffer)) {
    inflated += entry.uncompressedSize;
    names.add(entry.fileName);
    if (inflated > FILE_LIMITS.inflatedBytes) throw new FileRefusal("FILE_BOMB");
  }
  if (inflated > RATIO_FROM_BYTES && inflated > FILE_LIMITS.ratio * bytes.byteLength)
    throw new FileRefusal("FILE_BOMB");
  return names;
}

function listEntries(buffer: Buffer): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(new FileRefusal("FILE_UNREADABLE"));
      else collect(zip, resolve, reject);
    });
  });
}

function collect(zip: ZipFile, resolve: (entries: Entry[]) => void, reject: (error: Error) => void): void {
  const entries: Entry[] = [];
  if (zip.entryCount > FILE_LIMITS.entries) {
    reject(new FileRefusal("FILE_BOMB"));
    return;
  }
  zip.on("error", () => reject(new FileRefusal("FILE_UNREADABLE")));
  zip.on("end", () => resolve(entries));
  zip.on("entry", (entry: Entry) => {
    entries.push(entry);
    zip.readEntry();
  });
  zip.readEntry();
}
