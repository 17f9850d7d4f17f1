import type { Id } from "../../shared/ids.ts";
import type { Field, Row } from "./row.ts";
import { blankRow, isBlankRow, withText } from "./row.ts";

/** The lines of the grid in their order; the last one is always open. Immutable: history keeps old ones. */
export interface Sheet {
  ids: readonly Id[];
  rows: ReadonlyMap<Id, Row>;
}

/** Lines of the sheet, first and last included; columns are fields in grid order. */
export interface Block {
  fromLine: number;
  toLine: number;
  fields: readonly Field[];
}

/** How a change turns a row into another: an article looked up, a price kept. */
export type WriteCells = (row: Row, cells: readonly { field: Field; text: string }[]) => Row;

export function sheetOf(rows: readonly Row[], makeId: () => Id): Sheet {
  return withOpenRow(
    { ids: rows.map((row) => row.id), rows: new Map(rows.map((row) => [row.id, row])) },
    makeId,
  );
}

/** Rows that say something, in order. */
export function filledRows(sheet: Sheet): Row[] {
  return rowsOf(sheet).filter((row) => !isBlankRow(row));
}

/** Whether any row says something. */
export function hasFilledRow({ ids, rows }: Sheet): boolean {
  return ids.some((id) => {
    const row = rows.get(id);
    return row !== undefined && !isBlankRow(row);
  });
}

export function rowsOf(sheet: Sheet): Row[] {
  return sheet.ids.flatMap((id) => sheet.rows.get(id) ?? []);
}

export function rowAt(sheet: Sheet, line: number): Row | undefined {
  const id = sheet.ids[line];
  return id === undefined ? undefined : sheet.rows.get(id);
}

/** The sheet with these rows put in place of those of the same id. */
export function replaceRows(sheet: Sheet, rows: readonly Row[], makeId: () => Id): Sheet {
  const changed = rows.filter((row) => sheet.rows.get(row.id) !== row);
  if (changed.length === 0) return sheet;
  const next = new Map(sheet.rows);
  for (const row of changed) next.set(row.id, row);
  return withOpenRow({ ids: sheet.ids, rows: next }, makeId);
}

/** Empties the cells of a block. */
export function clearBlock(sheet: Sheet, block: Block, makeId: () => Id): Sheet {
  const cleared = linesOf(sheet, block).map((row) =>
    block.fields.reduce((changed, field) => withText(changed, field, ""), row),
  );
  return replaceRows(sheet, cleared, makeId);
}

/**
 * Fills down the first line of the block; a block of one line takes what stands above it.
 * An article brings its link, its hidden facts and its communes along.
 */
export function fillDown(sheet: Sheet, block: Block, makeId: () => Id): Sheet {
  const single = block.fromLine === block.toLine;
  const source = rowAt(sheet, single ? block.fromLine - 1 : block.fromLine);
  if (source === undefined) return sheet;
  const targets = linesOf(sheet, single ? block : { ...block, fromLine: block.fromLine + 1 });
  return replaceRows(
    sheet,
    targets.map((row) => copyFields(source, row, block.fields)),
    makeId,
  );
}

/** Takes lines away; the open one stays. */
export function removeLines(
  sheet: Sheet,
  { fromLine, toLine }: Pick<Block, "fromLine" | "toLine">,
  makeId: () => Id,
): Sheet {
  const kept = sheet.ids.filter((_, line) => line < fromLine || line > toLine);
  const rows = new Map(kept.flatMap((id) => entryOf(sheet, id)));
  return withOpenRow({ ids: kept, rows }, makeId);
}

/** Writes a table of texts from a line on, adding the lines it needs. `fields` null: a column nobody writes. */
export function writeTable(
  sheet: Sheet,
  {
    line,
    fields,
    table,
  }: { line: number; fields: readonly (Field | null)[]; table: readonly (readonly string[])[] },
  { makeId, write }: { makeId: () => Id; write: WriteCells },
): Sheet {
  const ids = [...sheet.ids];
  const rows = new Map(sheet.rows);
  table.forEach((texts, offset) => {
    const id = ids[line + offset] ?? addLine(ids, rows, makeId);
    const cells = texts.flatMap((text, column) => {
      const field = fields[column];
      return field == null ? [] : { field, text };
    });
    rows.set(id, write(rows.get(id) ?? blankRow(id), cells));
  });
  return withOpenRow({ ids, rows }, makeId);
}

/** Lines more at the end; the open one stays last. */
export function appendRows(sheet: Sheet, rows: readonly Row[], makeId: () => Id): Sheet {
  if (rows.length === 0) return sheet;
  return sheetOf([...filledRows(sheet), ...rows], makeId);
}

/** The same sheet with exactly one open line at its end, at least. */
export function withOpenRow(sheet: Sheet, makeId: () => Id): Sheet {
  const last = rowAt(sheet, sheet.ids.length - 1);
  if (last !== undefined && isBlankRow(last)) return sheet;
  const open = blankRow(makeId());
  return { ids: [...sheet.ids, open.id], rows: new Map(sheet.rows).set(open.id, open) };
}

function copyFields(source: Row, target: Row, fields: readonly Field[]): Row {
  const filled = fields.reduce((row, field) => withText(row, field, source.texts[field]), target);
  const communes = fields.includes("origin") ? source.communes : target.communes;
  const carriedPrice = fields.includes("price") ? source.carriedPrice : target.carriedPrice;
  if (!fields.includes("article")) return { ...filled, communes, carriedPrice };
  return { ...filled, communes, carriedPrice, link: source.link, hidden: source.hidden };
}

function linesOf(sheet: Sheet, { fromLine, toLine }: Pick<Block, "fromLine" | "toLine">): Row[] {
  return rowsOf(sheet).slice(fromLine, toLine + 1);
}

function entryOf(sheet: Sheet, id: Id): [Id, Row][] {
  const row = sheet.rows.get(id);
  return row === undefined ? [] : [[id, row]];
}

function addLine(ids: Id[], rows: Map<Id, Row>, makeId: () => Id): Id {
  const row = blankRow(makeId());
  ids.push(row.id);
  rows.set(row.id, row);
  return row.id;
}
