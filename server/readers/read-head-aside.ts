import type { FileIssueCode } from "../../shared/purchase-file/issues.ts";
import type { TableHead } from "../../shared/table-mapping/inspect-table.ts";
import { FILE_LIMITS, FileRefusal } from "./file-refusal.ts";
import { readTableHead } from "./open-table.ts";
import { runAside } from "./run-aside.ts";

/** The first rows of a file, or why nothing can be read of it. */
export type HeadReading = { ok: true; head: TableHead } | { ok: false; code: FileIssueCode };

/** How many rows, and of which sheet; null: the one that looks like purchases. */
export interface WantedHead {
  rows: number;
  wanted: number | null;
}

/** The first rows of a text are within its first half megabyte; the rest of a large one is not read. */
const TEXT_BYTES = 524_288;
const LINE_FEED = 0x0a;

/** Reads the first rows of a file: of a text here and now, of a workbook in a thread of its own, within its limits. */
export async function readHeadAside(
  bytes: Uint8Array,
  wanted: WantedHead,
  maxBytes: number = FILE_LIMITS.bytes,
): Promise<HeadReading> {
  if (bytes.length > maxBytes) return { ok: false, code: "FILE_TOO_LARGE" };
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return await readHead(startOfText(bytes), wanted);
  return await runAside<HeadReading>({
    worker: new URL("./head-worker.ts", import.meta.url),
    data: { bytes, wanted },
    maxMs: FILE_LIMITS.milliseconds,
    late: { ok: false, code: "FILE_TIME" },
    full: { ok: false, code: "FILE_BOMB" },
  });
}

/** Reads the first rows in this thread. */
export async function readHead(bytes: Uint8Array, wanted: WantedHead): Promise<HeadReading> {
  try {
    return { ok: true, head: await readTableHead(bytes, wanted) };
  } catch (error) {
    if (error instanceof FileRefusal) return { ok: false, code: error.code };
    throw error;
  }
}

/** Whole lines only: a cut letter would make the text another encoding. */
function startOfText(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= TEXT_BYTES) return bytes;
  const end = bytes.lastIndexOf(LINE_FEED, TEXT_BYTES);
  return bytes.subarray(0, end === -1 ? TEXT_BYTES : end);
}
