import { Buffer } from "node:buffer";
import { crc32, deflateRawSync } from "node:zlib";

/** A file of a zip. */
export interface ZipFile {
  name: string;
  content: Buffer;
}

const DEFLATE = 8;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, midnight: the first day a zip knows. */
const DAY = 0x0021;

/** A zip of these files, in their order. */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const packed = deflateRawSync(content, { level: 1 });
    const label = Buffer.from(name);
    const facts = Buffer.alloc(26);
    const shorts = [VERSION, UTF8_NAMES, DEFLATE, 0, DAY];
    for (const [index, value] of shorts.entries()) facts.writeUInt16LE(value, index * 2);
    const words = [crc32(content), packed.length, content.length];
    for (const [index, value] of words.entries()) facts.writeUInt32LE(value, 10 + index * 4);
    facts.writeUInt16LE(label.length, 22);
    parts.push(Buffer.from("PK\u0003\u0004", "latin1"), facts, label, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), facts, rest, label);
    offset += 4 + facts.length + label.length + packed.length;
  }
  const end = Buffer.alloc(18);
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}
