import { gzip, gzipSync, constants as zlib, zstdCompress, zstdCompressSync } from "node:zlib";
import type { NextFunction, Request, Response } from "express";
import { filled, hasPlaces } from "./written-answers.ts";

type Coding = "zstd" | "gzip";

/** Bytes under which an answer goes as it is: it fits in one packet. */
const WORTH_IT = 1_024;
/** Bytes of an answer that is compressed at once, in some milliseconds; a longer one leaves the thread free. */
const AT_ONCE = 512_000;

/** For both: a third of the time of the usual level, for an answer a tenth longer. */
const ZSTD = { params: { [zlib.ZSTD_c_compressionLevel]: 1 } };
const GZIP = { level: 3 };

/** Compressed answers that a process keeps: some 3 MB. The ones sent longest ago leave first. */
const MOST_KEPT = 200;
/** Bytes, before its places are filled, of an answer that is kept. */
const LONGEST_KEPT = 4_096;
/** By how it is compressed, and the answer before its places are filled: each place stands for one text only. */
const COMPRESSED = new Map<string, Buffer>();

/**
 * Compresses what procedures answer, which is whole before its first byte leaves: in one step, where a stream asks
 * other threads three times and waits for each. Events go as they come.
 */
export function compressAnswers(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== "HEAD") holdUntilWhole(response, codingFor(request));
  next();
}

/** Node's own signatures are many; the answers of procedures use these. */
type Part = string | Uint8Array | undefined;
type Take<Taken> = (part: Part, encoding?: BufferEncoding) => Taken;

function holdUntilWhole(response: Response, coding: Coding | null): void {
  const write = response.write.bind(response) as Take<boolean>;
  const end = response.end.bind(response) as Take<Response>;
  const parts: Buffer[] = [];
  response.write = ((part: Part, encoding: BufferEncoding) => {
    if (isWrittenAsItComes(response)) return write(part, encoding);
    parts.push(bytesOf(part, encoding));
    return true;
  }) as Response["write"];
  response.end = ((part: Part, encoding: BufferEncoding) => {
    if (isWrittenAsItComes(response)) return end(part, encoding);
    if (part !== undefined) parts.push(bytesOf(part, encoding));
    sendWhole(response, { whole: Buffer.concat(parts), coding, end });
    return response;
  }) as Response["end"];
}

/** What a browser decodes fastest, of what it takes; null: nothing. */
function codingFor(request: Request): Coding | null {
  return request.acceptsEncodings("zstd") ? "zstd" : request.acceptsEncodings("gzip") ? "gzip" : null;
}

function isWrittenAsItComes(response: Response): boolean {
  return response.headersSent || String(response.getHeader("Content-Type")).startsWith("text/event-stream");
}

function sendWhole(
  response: Response,
  { whole, coding, end }: { whole: Buffer; coding: Coding | null; end: Take<Response> },
): void {
  // Here, for tRPC writes a Vary of its own.
  response.vary("Accept-Encoding");
  if (coding === null || response.hasHeader("Content-Encoding")) {
    end(filled(response, whole));
    return;
  }
  const key = hasPlaces(response) && whole.length <= LONGEST_KEPT ? `${coding} ${whole.toString()}` : null;
  const send = (compressed: Buffer) => {
    if (key !== null) keepCompressed(key, compressed);
    response.setHeader("Content-Encoding", coding);
    response.setHeader("Content-Length", compressed.length);
    end(compressed);
  };
  const kept = key === null ? undefined : COMPRESSED.get(key);
  const full = kept === undefined ? filled(response, whole) : whole;
  if (kept !== undefined) send(kept);
  else if (full.length < WORTH_IT) end(full);
  else if (full.length <= AT_ONCE) send(coding === "zstd" ? zstdAtOnce(full) : gzipSync(full, GZIP));
  else {
    const done = (error: Error | null, compressed: Buffer) => (error === null ? send(compressed) : end(full));
    if (coding === "zstd") zstdCompress(full, zstdOf(full), done);
    else gzip(full, GZIP, done);
  }
}

/** It is now the last to leave. */
function keepCompressed(key: string, compressed: Buffer): void {
  COMPRESSED.delete(key);
  COMPRESSED.set(key, compressed);
  const [first] = COMPRESSED.keys();
  if (COMPRESSED.size > MOST_KEPT && first !== undefined) COMPRESSED.delete(first);
}

function zstdAtOnce(full: Buffer): Buffer {
  return zstdCompressSync(full, zstdOf(full));
}

/** Told how long it is, zstd takes no more memory than that. */
function zstdOf(full: Buffer) {
  return { ...ZSTD, pledgedSrcSize: full.length };
}

function bytesOf(part: Part, encoding?: BufferEncoding): Buffer {
  if (typeof part === "string") return Buffer.from(part, encoding);
  return part === undefined ? Buffer.alloc(0) : Buffer.from(part.buffer, part.byteOffset, part.byteLength);
}
