import { searchKey } from "../normalise.ts";
import { readPack } from "../pack-text/read-pack.ts";
import { parseScaled } from "../parsing/numbers.ts";
import { typedNumber } from "../parsing/spreadsheet-text.ts";
import type { PriceListLine } from "../price-lists.ts";
import { MAX_PRICE_LINES } from "../price-lists.ts";
import { trimCell } from "../purchase-file/cell-text.ts";
import type { TableRow } from "../purchase-file/interpret.ts";
import type { Unit } from "../quantity.ts";
import type { TableInspection } from "./inspection.ts";
import { placeOf } from "./mapped-layout.ts";
import type { ColumnSource, TableMapping } from "./mapping.ts";
import { isColumn } from "./mapping.ts";
import type { TargetField } from "./targets.ts";
import { unitOfWord } from "./units.ts";

/** What a price list is read from; the price may stand in the column of amounts, when there is no other. */
export const PRICE_FIELDS = [
  "description",
  "prix_unitaire_ht",
  "unite",
  "code_article",
] as const satisfies readonly TargetField[];
export type PriceField = (typeof PRICE_FIELDS)[number];

export const PRICE_ROW_ISSUES = [
  "NAME_MISSING",
  "NAME_LONG",
  "PRICE_UNREADABLE",
  "PRICE_NOT_POSITIVE",
  "UNIT_UNKNOWN",
  "TOO_MANY",
] as const;

/** A row that is no price, and what stands in the cell. */
export interface PriceRowIssue {
  /** As the spreadsheet numbers it. */
  row: number;
  code: (typeof PRICE_ROW_ISSUES)[number];
  text: string;
}

export interface PriceRows {
  lines: PriceListLine[];
  issues: PriceRowIssue[];
  /** Titles between articles, and articles without a price. */
  setAside: number;
}

type GuessedTable = Pick<TableInspection, "mapping" | "columns">;

/** The mapping of a price list out of what a table of purchases was guessed to be: a lone price is the unit's. */
export function priceMapping({ mapping: guess, columns }: GuessedTable): TableMapping {
  const { description, unite, code_article } = guess.columns;
  const price = guess.columns.prix_unitaire_ht ?? guess.columns.prix_ht ?? namedPrice(columns);
  return {
    ...guess,
    columns: {
      ...(description === undefined ? {} : { description }),
      ...(price === undefined ? {} : { prix_unitaire_ht: price }),
      unite: unite ?? { constant: "kg" },
      ...(code_article === undefined ? {} : { code_article }),
    },
    marks: {},
    values: {},
    suppliers: {},
    fillDown: [],
  };
}

const PRICE_HEADER = /\b(?:prix|px|pu|tarifs?|price|eur|euros?)\b/;

/** A list says « sur demande » among its prices: its header tells them better than its cells. */
function namedPrice(columns: GuessedTable["columns"]): ColumnSource | undefined {
  const free = columns.filter(({ field }) => field === null);
  const numbers = free.filter(({ kind }) => kind === "number");
  const found =
    free.find(({ header }) => PRICE_HEADER.test(searchKey(header))) ??
    (numbers.length === 1 ? numbers[0] : undefined);
  return found === undefined ? undefined : { column: found.header, index: found.index };
}

/** Whether a mapping says where names and prices are. */
export function isPriceMapping({ columns }: Pick<TableMapping, "columns">): boolean {
  return columns.description !== undefined && columns.prix_unitaire_ht !== undefined;
}

const NAME_LENGTH = 200;
const CODE_LENGTH = 60;

/** Every price of a table, and why the other rows are none. A title or an empty price is set aside, not an issue. */
export function readPriceRows(rows: readonly TableRow[], mapping: TableMapping): PriceRows {
  const at = cellReader(rows, mapping);
  const found: PriceRows = { lines: [], issues: [], setAside: 0 };
  for (const { number, cells } of rows) {
    if (mapping.headerRow !== null && number <= mapping.headerRow) continue;
    const name = at(cells, "description");
    const price = at(cells, "prix_unitaire_ht");
    if (price === "") {
      if (cells.some((cell) => cell.trim() !== "")) found.setAside += 1;
      continue;
    }
    const read = readLine(
      { name, price, unit: at(cells, "unite"), code: at(cells, "code_article") },
      mapping,
    );
    if ("code" in read && "issue" in read)
      found.issues.push({ row: number, code: read.issue, text: read.code });
    else if (found.lines.length >= MAX_PRICE_LINES)
      return { ...found, issues: [...found.issues, { row: number, code: "TOO_MANY", text: "" }] };
    else found.lines.push(read);
  }
  return found;
}

type Refused = { issue: PriceRowIssue["code"]; code: string };

function readLine(
  { name, price, unit, code }: { name: string; price: string; unit: string; code: string },
  { decimalMark }: TableMapping,
): PriceListLine | Refused {
  if (name === "") return { issue: "NAME_MISSING", code: price };
  if (name.length > NAME_LENGTH) return { issue: "NAME_LONG", code: `${name.slice(0, NAME_LENGTH)}…` };
  const { amount, per } = priceOf(price);
  const reading = parseScaled(typedNumber(amount, decimalMark), 4);
  if (!reading.ok) return { issue: "PRICE_UNREADABLE", code: price };
  if (reading.value <= 0) return { issue: "PRICE_NOT_POSITIVE", code: price };
  const known = unitOfCell(per === "" ? unit : per);
  if (known === null) return { issue: "UNIT_UNKNOWN", code: unit };
  const weighs = known !== "KG" && known !== "G";
  return {
    code: code === "" ? null : code.slice(0, CODE_LENGTH),
    name,
    unit: known,
    unitGrams: weighs ? readPack({ unit: known, texts: [unit, name] }).grams : null,
    unitPriceHtE4: reading.value,
    offerId: null,
  };
}

/** « 2,15 €/kg » is 2,15 a kilogram, whatever the column of units says. */
function priceOf(cell: string): { amount: string; per: string } {
  const match = /^([^/]*\d[^/]*)\/\s*(\p{L}.*)$/u.exec(cell);
  return { amount: (match?.[1] ?? cell).trim(), per: (match?.[2] ?? "").trim() };
}

/** « le kg », « carton de 5 kg », « €/pièce »: the unit that the cell begins with. */
function unitOfCell(cell: string): Unit | null {
  const text = cell.replace(/^€?\s*(?:\/|par\b|au\b|le\b|la\b)\s*/iu, "");
  return unitOfWord(text) ?? unitOfWord(/^\p{L}+/u.exec(text)?.[0] ?? "");
}

function cellReader(
  rows: readonly TableRow[],
  mapping: TableMapping,
): (cells: readonly string[], field: PriceField) => string {
  const header = rows.find(({ number }) => number === mapping.headerRow)?.cells.map(trimCell) ?? null;
  const places = new Map<PriceField, number | null>();
  for (const field of PRICE_FIELDS) {
    const source = mapping.columns[field];
    if (source !== undefined && isColumn(source)) places.set(field, placeOf(source, header));
  }
  return (cells, field) => {
    const source = mapping.columns[field];
    if (source === undefined) return "";
    if (!isColumn(source)) return source.constant;
    return trimCell(cells[places.get(field) ?? -1] ?? "");
  };
}
