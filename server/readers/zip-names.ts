import { FILE_LIMITS } from "./file-refusal.ts";

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** A comment may follow the end record. */
const LONGEST_COMMENT = 65_535;

/** Names in the central directory of a zip, nothing unpacked; empty when it has none that can be read. */
export function zipNames(bytes: Uint8Array): Set<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set<string>();
  const end = findEnd(view);
  if (end === null) return names;
  let at = view.getUint32(end + 16, true);
  while (names.size < FILE_LIMITS.entries && at + ENTRY_LENGTH <= view.byteLength) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) break;
    const nameLength = view.getUint16(at + 28, true);
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const start = at + ENTRY_LENGTH;
    names.add(new TextDecoder("latin1").decode(bytes.subarray(start, start + nameLength)));
    at = start + nameLength + rest;
  }
  return names;
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return null;
}
