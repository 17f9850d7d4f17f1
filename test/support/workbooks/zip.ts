import { Buffer } from "node:buffer";
import { crc32, deflateRawSync } from "node:zlib";

/** A file of a zip; `deflate`: packed, else stored as it is. */
export interface ZipEntry {
  name: string;
  content: string | Uint8Array;
  deflate?: boolean;
  /** Unpacked size that the zip tells; the true one when not given. */
  told?: number;
}

const FLAGS_UTF8 = 0x0800;

/** A zip written from its specification, byte for byte the same at each call. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, deflate = false, told } of entries) {
    const raw = Buffer.from(content);
    const packed = deflate ? deflateRawSync(raw) : raw;
    const title = Buffer.from(name, "utf8");
    const sizes = Buffer.alloc(26);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(FLAGS_UTF8, 2);
    sizes.writeUInt16LE(deflate ? 8 : 0, 4);
    sizes.writeUInt32LE(0x00210000, 6);
    sizes.writeUInt32LE(crc32(raw), 10);
    sizes.writeUInt32LE(packed.length, 14);
    sizes.writeUInt32LE(told ?? raw.length, 18);
    sizes.writeUInt16LE(title.length, 22);
    locals.push(Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), sizes, title, packed]));
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const head = Buffer.concat([
      Buffer.from("PK\u0001\u0002", "latin1"),
      Buffer.from([20, 0]),
      sizes,
      rest,
      title,
    ]);
    central.push(head);
    offset += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

/** The entries of a zip whose files are stored, as writeZip writes it; empty for anything else. */
export function readStoredZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 30 <= bytes.length && view.getUint32(at, true) === 0x04034b50) {
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const end = start + view.getUint32(at + 18, true);
    if (view.getUint16(at + 8, true) !== 0 || end > bytes.length) return [];
    const name = new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + view.getUint16(at + 26, true)));
    entries.push({ name, content: bytes.slice(start, end) });
    at = end;
  }
  return entries;
}
