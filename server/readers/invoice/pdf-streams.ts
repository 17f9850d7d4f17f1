import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";
import { INVOICE_LIMITS } from "./refusal.ts";

/** How far the dictionary of a stream is looked for around the word that names it. */
const DICTIONARY_REACH = 2_000;

/**
 * The embedded files that stand in a PDF without being listed among its attachments (some programs list them under /AF
 * only). Streams are never packed inside others, so their dictionaries can be read as they stand; packed content is
 * unpacked within the limit of an XML, anything else is left out.
 */
export function embeddedStreams(bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Uint8Array[] = [];
  let at = buffer.indexOf("/EmbeddedFile");
  for (let turn = 0; at !== -1 && turn < INVOICE_LIMITS.attachments; turn++) {
    const content = streamAround(buffer, at);
    if (content !== null) found.push(content);
    at = buffer.indexOf("/EmbeddedFile", at + 1);
  }
  return found;
}

function streamAround(buffer: Buffer, at: number): Uint8Array | null {
  const before = buffer.subarray(Math.max(0, at - DICTIONARY_REACH), at).toString("latin1");
  const after = buffer.subarray(at, at + DICTIONARY_REACH).toString("latin1");
  const open = before.lastIndexOf(" obj");
  const word = /stream\r?\n/.exec(after);
  // « /EmbeddedFiles » is the list, and what ends before its stream begins is no stream.
  if (open === -1 || word === null || after.startsWith("/EmbeddedFiles")) return null;
  const dictionary = before.slice(open) + after.slice(0, word.index);
  if (dictionary.includes("endobj")) return null;
  const start = at + word.index + word[0].length;
  const end = buffer.indexOf("endstream", start);
  if (end === -1) return null;
  return unpack(buffer.subarray(start, end), dictionary);
}

function unpack(raw: Buffer, dictionary: string): Uint8Array | null {
  const filters = dictionary.match(/\/[A-Za-z0-9]+Decode\b/g) ?? [];
  if (filters.length === 0) return raw;
  if (filters.length > 1 || filters[0] !== "/FlateDecode") return null;
  try {
    return inflateSync(raw, { maxOutputLength: INVOICE_LIMITS.xmlBytes });
  } catch {
    return null;
  }
}
