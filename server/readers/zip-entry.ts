import { Buffer } from "node:buffer";
import type { Entry, ZipFile } from "yauzl";
import yauzl from "yauzl";
import { FileRefusal } from "./file-refusal.ts";

/** A piece of an unpacked entry; false: no more of it is wanted. */
type OnPiece = (text: string) => boolean;

/**
 * Unpacks the first entry of one of these names piece by piece, each byte a character (latin1), and says its name;
 * null: the zip has none. What `onPiece` throws is thrown. FileRefusal: FILE_UNREADABLE.
 */
export async function readZipEntry(
  bytes: Uint8Array,
  names: readonly string[],
  onPiece: OnPiece,
): Promise<string | null> {
  const zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const entry = await findEntry(zip, names);
  if (entry === null) return null;
  await unpack(zip, entry, onPiece);
  return entry.fileName;
}

function openZip(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true }, (error, zip) => {
      if (error) reject(new FileRefusal("FILE_UNREADABLE"));
      else resolve(zip);
    });
  });
}

function findEntry(zip: ZipFile, names: readonly string[]): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    zip.on("error", () => reject(new FileRefusal("FILE_UNREADABLE")));
    zip.on("end", () => resolve(null));
    zip.on("entry", (entry: Entry) => {
      if (names.includes(entry.fileName)) resolve(entry);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function unpack(zip: ZipFile, entry: Entry, onPiece: OnPiece): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(new FileRefusal("FILE_UNREADABLE"));
        return;
      }
      stream.once("error", () => reject(new FileRefusal("FILE_UNREADABLE")));
      stream.once("end", () => resolve());
      stream.on("data", (chunk: Buffer) => {
        try {
          if (onPiece(chunk.toString("latin1"))) return;
          resolve();
        } catch (refusal) {
          reject(refusal);
        }
        stream.destroy();
      });
    });
  });
}
