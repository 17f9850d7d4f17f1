import { Buffer } from "node:buffer";
import { FILE_LIMITS } from "./file-refusal.ts";
import { writeZip } from "./write-zip.ts";
import { readZipEntry } from "./zip-entry.ts";

/** Between two paragraphs of one cell; those without text say nothing. */
const BETWEEN = /<\/(\w+):p>\s*(?:<\1:p(?:\s[^>]*)?\/>\s*)*<\1:p(?:\s[^>]*[^/>])?>/g;

/** A larger content keeps its paragraphs stuck together: it would be in memory three times. */
const MOST_BYTES = FILE_LIMITS.inflatedBytes / 4;

/** Whether a piece of a content has a cell of several paragraphs. */
export function holdsParagraphs(xml: string): boolean {
  BETWEEN.lastIndex = 0;
  return BETWEEN.test(xml);
}

/**
 * The ODS workbook with a line break between the paragraphs of a cell: the library that reads it puts them one after
 * the other without a space. The workbook itself when its content is very large.
 */
export async function joinParagraphs(bytes: Uint8Array): Promise<Uint8Array> {
  const pieces: string[] = [];
  let length = 0;
  await readZipEntry(bytes, ["content.xml"], (piece) => {
    pieces.push(piece);
    length += piece.length;
    return length <= MOST_BYTES;
  });
  if (length > MOST_BYTES) return bytes;
  const content = pieces.join("").replace(BETWEEN, "<$1:line-break/>");
  return writeZip([
    { name: "mimetype", content: Buffer.from("application/vnd.oasis.opendocument.spreadsheet") },
    { name: "content.xml", content: Buffer.from(content, "latin1") },
  ]);
}
