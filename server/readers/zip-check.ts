import { Buffer } from "node:buffer";
import type { Entry, ZipFile } from "yauzl";
import yauzl from "yauzl";
import { FILE_LIMITS, FileRefusal } from "./file-refusal.ts";

/** Small files compress without bound: the ratio only speaks of large ones. */
const RATIO_FROM_BYTES = 10_485_760;

/** A declaration stands before everything but comments: no program writes longer ones. */
const HEAD_BYTES = 65_536;

/**
 * Names of the entries of a zip. Reads its central directory, so that a bomb is refused before anything is unpacked,
 * then the start of each XML: a document type may name other files, and entities that grow without end.
 * FileRefusal: FILE_UNREADABLE, FILE_BOMB, FILE_DOCTYPE.
 */
export async function checkZip(bytes: Uint8Array): Promise<Set<string>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await openZip(buffer);
  try {
    const entries = await listEntries(zip);
    checkSizes(entries, bytes.byteLength);
    for (const entry of entries)
      if (/\.(?:xml|rels)$/i.test(entry.fileName) && (await readHead(zip, entry)).includes("<!DOCTYPE"))
        throw new FileRefusal("FILE_DOCTYPE");
    return new Set(entries.map(({ fileName }) => fileName));
  } finally {
    zip.close();
  }
}

function checkSizes(entries: readonly Entry[], packed: number): void {
  const inflated = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (inflated > FILE_LIMITS.inflatedBytes) throw new FileRefusal("FILE_BOMB");
  if (inflated > RATIO_FROM_BYTES && inflated > FILE_LIMITS.ratio * packed)
    throw new FileRefusal("FILE_BOMB");
}

function openZip(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, validateEntrySizes: true, autoClose: false };
    yauzl.fromBuffer(buffer, options, (error, zip) => {
      if (error) reject(new FileRefusal("FILE_UNREADABLE"));
      else if (zip.entryCount > FILE_LIMITS.entries) reject(new FileRefusal("FILE_BOMB"));
      else resolve(zip);
    });
  });
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on("error", () => reject(new FileRefusal("FILE_UNREADABLE")));
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** The first bytes of an entry, null characters left out so that UTF-16 reads alike. */
function readHead(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(new FileRefusal("FILE_UNREADABLE"));
        return;
      }
      let head = "";
      const finish = () => resolve(head.replaceAll("\0", "").toUpperCase());
      stream.once("error", () => reject(new FileRefusal("FILE_UNREADABLE")));
      stream.once("end", finish);
      stream.on("data", (chunk: Buffer) => {
        head += chunk.toString("latin1");
        if (head.length < HEAD_BYTES) return;
        finish();
        stream.destroy();
      });
    });
  });
}
