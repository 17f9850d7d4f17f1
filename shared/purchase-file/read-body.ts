import type { SkippedRow } from "../table-mapping/questions.ts";
import { isSetAside } from "../table-mapping/set-aside.ts";
import { trimCell } from "./cell-text.ts";
import type { Interpretation, InterpretOptions, PurchaseFile, Table, TableRow } from "./interpret.ts";
import type { Layout } from "./layout.ts";
import type { Notes } from "./notes.ts";
import type { Purchase, PurchaseRow, RefusedRow } from "./purchase-row.ts";
import { rowReader } from "./read-row.ts";
import { MOST_REFUSED_TEXTS, refusedRow } from "./refused-row.ts";
import type { TextRow } from "./row-recall.ts";
import { openRowRecall } from "./row-recall.ts";
import { ownRow } from "./sharing-rows.ts";

/** Rows set aside that are kept to be shown. */
const KEPT_SKIPPED = 200;

/** Where the rows begin. */
export interface Start {
  /** Rows of the head that are not read: titles and header. */
  skip: number;
  header: readonly string[];
  /** Null: no row can be read. */
  layout: Layout | null;
  /** Every row is refused with the file; they are read all the same, to say what is wrong in them too. */
  whole: boolean;
}

/** What a reading goes by. */
export interface Setting {
  notes: Notes;
  options: InterpretOptions;
}

/** The rows below the header. */
export interface Body extends Pick<Interpretation, "push" | "recall"> {
  close(): Pick<PurchaseFile, "header" | "read" | "rows" | "refused" | "skipped" | "skippedCount">;
}

/** Begins to read the rows below the header. Purchases go to `onPurchase` when it is given. */
export function readBody(
  { header, layout, whole, skip }: Start,
  {
    kind,
    notes,
    options,
    onPurchase,
  }: Setting & Pick<Table, "kind"> & { onPurchase: ((purchase: Purchase) => void) | undefined },
): Body {
  const rows: PurchaseRow[] = [];
  const keep = onPurchase ?? ((purchase: Purchase) => rows.push(ownRow(purchase)));
  let purchases = 0;
  const refused: RefusedRow[] = [];
  const skipped: SkippedRow[] = [];
  let skippedCount = 0;
  const above: string[] = [];
  const isHeaderless = !Number.isFinite(skip);
  const readRow = layout === null ? null : rowReader(layout, { notes, options });
  const own = whole ? null : (layout?.own ?? null);
  const memory = own === null ? null : openRowRecall(own);
  const forgiving = notes.mode === "forgiving" ? layout : null;
  /** A date that stood above goes out with the row, which will stand alone. */
  const fillsDown = (layout?.mapped?.fillDown ?? []).length > 0;
  /** Blank rows are only worth a word when something follows them. */
  let blanks: number[] = [];

  function push({ number, cells: raw, from }: TableRow): void {
    if (isHeaderless) return;
    const cells = raw.map(trimCell);
    if (cells.every((cell) => cell === "")) {
      blanks.push(number);
      return;
    }
    noteBlanks();
    if (forgiving !== null && isSetAside(cells, { layout: forgiving, header })) setAside(number, cells);
    else read(number, { cells, raw, from });
  }

  function noteBlanks(): void {
    for (const blank of blanks)
      notes.correct({ row: blank, column: null }, "", { code: "BLANK_ROW", result: "" });
    if (blanks.length > 0) blanks = [];
  }

  function recall(row: number, from: TextRow): boolean {
    const known = memory?.find(from) ?? null;
    if (known === null) return false;
    noteBlanks();
    purchases += 1;
    keep({ row, ...known, details: null });
    return true;
  }

  function read(
    number: number,
    { cells, raw, from }: { cells: string[]; raw: readonly string[]; from: TextRow | undefined },
  ): void {
    const before = notes.issueCount();
    const saidBefore = notes.said();
    if (layout !== null) {
      checkLength(number, cells, { kind, layout, notes });
      fillDown(number, cells, { layout, above, notes });
    }
    const row = readRow === null ? null : readRow(number, cells);
    if (row !== null && !whole && notes.issueCount() === before) {
      purchases += 1;
      if (from !== undefined && notes.said() === saidBefore) memory?.learn(from, row);
      const { date, amountHtCents, details } = row;
      keep({ row: number, date, amountHtCents, details, facts: row });
    } else
      refused.push(
        refusedRow(
          number,
          { cells, raw: fillsDown ? cells : raw },
          refused.length < MOST_REFUSED_TEXTS ? layout : null,
        ),
      );
  }

  function setAside(row: number, cells: readonly string[]): void {
    const text = cells
      .filter((cell) => cell !== "")
      .join(" ")
      .slice(0, SKIPPED_TEXT);
    notes.correct({ row, column: null }, text, { code: "TOTAL_ROW", result: "" });
    skippedCount += 1;
    if (skipped.length < KEPT_SKIPPED) skipped.push({ row, text });
  }

  return {
    push,
    recall,
    close: () => ({ header, read: purchases + refused.length, rows, refused, skipped, skippedCount }),
  };
}

const SKIPPED_TEXT = 100;

/** A value beyond the header belongs to no column; another number of cells is what the platform refuses. */
function checkLength(
  row: number,
  cells: readonly string[],
  { kind, layout, notes }: Pick<Table, "kind"> & { layout: Layout; notes: Notes },
): void {
  const { width } = layout;
  const beyond = cells.length > width ? cells.slice(width).find((cell) => cell !== "") : undefined;
  if (beyond !== undefined) notes.refuse({ row, column: null }, beyond, { code: "ROW_LENGTH" });
  else if (kind === "csv" && notes.mode === "strict" && cells.length !== width)
    notes.refuse({ row, column: null }, String(cells.length), {
      code: "ROW_LENGTH",
      suggestion: String(width),
    });
}

/** Puts the value above into an empty cell of the columns that the mapping names. */
function fillDown(
  row: number,
  cells: string[],
  { layout, above, notes }: { layout: Layout; above: string[]; notes: Notes },
): void {
  for (const { index, where } of layout.mapped?.fillDown ?? []) {
    const last = above[index] ?? "";
    if ((cells[index] ?? "") !== "") above[index] = cells[index] ?? "";
    else if (last !== "") {
      cells[index] = last;
      notes.correct(where(row), "", { code: "FILLED_DOWN", result: last });
    }
  }
}
