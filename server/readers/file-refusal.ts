import type { FileIssueCode } from "../../shared/purchase-file/issues.ts";
import { Refusal } from "./refusal.ts";

/** A file that cannot be read at all: it ends as one issue of the file. */
export class FileRefusal extends Refusal<FileIssueCode> {
  override readonly name = "FileRefusal";
}

/** Bounds of a file of any format. */
export const FILE_LIMITS = {
  /** Of a file that comes through the pages, unless IMPORT_MAX_MB says otherwise. */
  bytes: 10_485_760,
  /** Of a file on the machine itself, named to the command line. */
  localBytes: 52_428_800,
  rows: 100_000,
  /** Blank ones included: as many as a spreadsheet has. */
  sheetRows: 1_048_576,
  columns: 200,
  fieldLength: 65_536,
  /** Of a workbook, once unpacked. */
  entries: 1_000,
  inflatedBytes: 209_715_200,
  ratio: 100,
  milliseconds: 30_000,
} as const;
