import type { InterpretOptions, PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import { openInterpretation } from "../../shared/purchase-file/interpret.ts";
import type { FileIssueCode } from "../../shared/purchase-file/issues.ts";
import type { Purchase } from "../../shared/purchase-file/purchase-row.ts";
import { FileRefusal } from "./file-refusal.ts";
import { openTable } from "./open-table.ts";

/** Who hears of a reading as it goes. */
export interface ReadingListeners {
  /** Which share of the file (0 to 1) is read. */
  onRead?(share: number): void;
  /** Takes the purchases one by one: the file then has none. When it is refused in the end, they count for nothing. */
  onPurchase?(purchase: Purchase): void;
}

/** A purchase file of any format, read row by row; a file that is none has no row and one issue. */
export async function readPurchaseFile(
  bytes: Uint8Array,
  options: InterpretOptions,
  { onRead, onPurchase }: ReadingListeners = {},
): Promise<PurchaseFile> {
  try {
    const mapping = options.mode === "strict" ? null : options.mapping;
    const table = await openTable(bytes, mapping?.sheet ?? null);
    const interpretation = openInterpretation(table, options, onPurchase);
    const { push, recall } = interpretation;
    await table.readRows(push, { onRead, recall });
    return interpretation.close();
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return refusedFile(error.code);
  }
}

/** A file of which nothing could be read. */
export function refusedFile(code: FileIssueCode): PurchaseFile {
  return {
    header: [],
    read: 0,
    rows: [],
    refused: [],
    issues: [{ row: null, column: null, value: "", code, suggestion: null }],
    issueCount: 1,
    corrections: [],
    skipped: [],
    skippedCount: 0,
    unknownWords: [],
  };
}
