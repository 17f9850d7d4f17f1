import busboy from "busboy";
import type { Request } from "express";
import type { ProofRefusal } from "../shared/proof-files.ts";
import { MAX_PROOF_BYTES } from "../shared/proof-files.ts";
import { AppError } from "./app-error.ts";

/** One document as it arrived; its name is not to be believed. */
export interface UploadedFile {
  name: string;
  content: Buffer;
}

/** What multipart adds around one file: boundaries and headers. */
const ENVELOPE_BYTES = 16_384;
const TIMEOUT_MS = 30_000;

/**
 * The one file of a multipart request, of at most `maxBytes`, in bounded memory and time.
 * Throws INVALID with the reason: too large, missing, cut off.
 */
export async function readUpload(request: Request, maxBytes = MAX_PROOF_BYTES): Promise<UploadedFile> {
  try {
    if (Number(request.headers["content-length"] ?? 0) > maxBytes + ENVELOPE_BYTES)
      throw refusal("file-too-large");
    return await parse(request, maxBytes);
  } catch (error) {
    request.unpipe();
    // What still arrives is dropped, so that the answer reaches the sender.
    request.resume();
    throw error;
  }
}

function parse(request: Request, maxBytes: number): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const parser = openParser(request, maxBytes);
    const timer = setTimeout(() => fail("file-cut"), TIMEOUT_MS);
    const chunks: Buffer[] = [];
    let name: string | null = null;

    function fail(reason: ProofRefusal): void {
      clearTimeout(timer);
      reject(refusal(reason));
    }
    parser.on("file", (_field, stream, info) => {
      name = info.filename ?? "";
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("limit", () => fail("file-too-large"));
      stream.on("error", () => fail("file-cut"));
    });
    parser.on("error", () => fail("file-cut"));
    parser.on("close", () => {
      clearTimeout(timer);
      const content = Buffer.concat(chunks);
      if (name === null || content.length === 0) fail("file-missing");
      else resolve({ name, content });
    });
    request.on("aborted", () => fail("file-cut"));
    request.pipe(parser);
  });
}

function openParser(request: Request, maxBytes: number): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: "utf8",
      // busboy calls a file that reaches the limit too large: one byte more lets the limit itself pass.
      limits: { files: 1, fileSize: maxBytes + 1, fields: 0, parts: 2, headerPairs: 20 },
    });
  } catch {
    throw refusal("file-missing");
  }
}

function refusal(reason: ProofRefusal): AppError {
  return new AppError("INVALID", { reason });
}
