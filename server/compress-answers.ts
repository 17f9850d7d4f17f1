import { gzip, gzipSync, constants as zlib, zstdCompress, zstdCompressSync } from "node:zlib";
import type { NextFunction, Request, Response } from "express";

type Coding = "zstd" | "gzip";

/** Bytes under which an answer goes as it is: it fits in one packet. */
const WORTH_IT = 1_024;
/** Bytes of an answer that is compressed at once, in some milliseconds; a longer one leaves the thread free. */
const AT_ONCE = 512_000;

/** For both: a third of the time of the usual level, for an answer a tenth longer. */
const ZSTD = { params: { [zlib.ZSTD_c_compressionLevel]: 1 } };
const GZIP = { level: 3 };

/**
 * Compresses what procedures answer, which is whole before its first byte leaves: in one step, where a stream asks
 * other threads three times and waits for each. Events go as they come.
 */
export function compressAnswers(request: Request, response: Response, next: NextFunction): void {
  const coding = codingFor(request);
  if (coding !== null) holdUntilWhole(response, coding);
  next();
}

/** Node's own signatures are many; the answers of procedures use these. */
type Part = string | Uint8Array | undefined;
type Take<Taken> = (part: Part, encoding?: BufferEncoding) => Taken;

function holdUntilWhole(response: Response, coding: Coding): void {
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

/** What a browser decodes fastest, of what it takes. */
function codingFor(request: Request): Coding | null {
  if (request.method === "HEAD") return null;
  return request.acceptsEncodings("zstd") ? "zstd" : request.acceptsEncodings("gzip") ? "gzip" : null;
}

function isWrittenAsItComes(response: Response): boolean {
  return response.headersSent || String(response.getHeader("Content-Type")).startsWith("text/event-stream");
}

function sendWhole(
  response: Response,
  { whole, coding, end }: { whole: Buffer; coding: Coding; end: Take<Response> },
): void {
  // Here, for tRPC writes a Vary of its own.
  response.vary("Accept-Encoding");
  if (whole.length < WORTH_IT || response.hasHeader("Content-Encoding")) {
    end(whole);
    return;
  }
  // Told how long it is, zstd takes no more memory than that.
  const zstd = { ...ZSTD, pledgedSrcSize: whole.length };
  const send = (compressed: Buffer) => {
    response.setHeader("Content-Encoding", coding);
    response.setHeader("Content-Length", compressed.length);
    end(compressed);
  };
  if (whole.length <= AT_ONCE)
    send(coding === "zstd" ? zstdCompressSync(whole, zstd) : gzipSync(whole, GZIP));
  else {
    const done = (error: Error | null, compressed: Buffer) =>
      error === null ? send(compressed) : end(whole);
    if (coding === "zstd") zstdCompress(whole, zstd, done);
    else gzip(whole, GZIP, done);
  }
}

function bytesOf(part: Part, encoding?: BufferEncoding): Buffer {
  if (typeof part === "string") return Buffer.from(part, encoding);
  return part === undefined ? Buffer.alloc(0) : Buffer.from(part.buffer, part.byteOffset, part.byteLength);
}
