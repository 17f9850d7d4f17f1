import { searchKey } from "../normalise.ts";
import { CATEGORY_WORDS } from "../purchase-file/words.ts";
import { isDateCell, isNumberCell, kindOfColumn } from "./column-kinds.ts";
import { fieldNamed } from "./field-names.ts";
import type { ColumnKind, Confidence } from "./inspection.ts";
import type { TargetField } from "./targets.ts";
import { unitOfWord } from "./units.ts";

/** A column as the guess sees it. */
export interface GuessedColumn {
  index: number;
  header: string;
  kind: ColumnKind;
  /** Cells below the header, trimmed, empty ones included. */
  cells: readonly string[];
  field: TargetField | null;
  confidence: Confidence | null;
}

/** Kinds that speak for a field, then kinds that do not speak against it. */
type Suits = readonly [speak: readonly ColumnKind[], allow: readonly ColumnKind[]];
const NUMBERS: Suits = [["number"], ["yes-no"]];
const MARKS: Suits = [["category"], ["text"]];
const WORDS: Suits = [["text"], ["family", "category"]];
const CODES: Suits = [[], ["number", "siret", "yes-no", "family", "category", "text"]];
const SUITS: Readonly<Record<TargetField, Suits>> = {
  date: [["date"], []],
  description: WORDS,
  fournisseur: WORDS,
  prix_ht: NUMBERS,
  prix_ttc: NUMBERS,
  prix_unitaire_ht: NUMBERS,
  quantite: NUMBERS,
  definition_local_km: NUMBERS,
  taux_tva: [["number"], ["yes-no", "text"]],
  siret: [["siret"], []],
  siret_fournisseur: [["siret"], []],
  cantine_id: CODES,
  reference: CODES,
  code_article: CODES,
  famille_produits: [["family"], ["text"]],
  categories_egalim: MARKS,
  caracteristiques: MARKS,
  caracteristique_label1: MARKS,
  caracteristique_label2: MARKS,
  caracteristique_france: MARKS,
  est_circuit_court: [["yes-no"], []],
  est_local: [["yes-no"], []],
  origine: [[], ["text", "category"]],
  definition_local: [[], ["text", "category"]],
  unite: [[], ["text"]],
};

/** How well contents suit a field: 2 they speak for it, 1 they may be it, 0 they cannot. */
export function suits(field: TargetField, { kind, cells }: Pick<GuessedColumn, "kind" | "cells">): 0 | 1 | 2 {
  const [speak, allow] = SUITS[field];
  if (speak.includes(kind)) return 2;
  if (field === "unite" && cells.some((cell) => unitOfWord(cell) !== null)) return 2;
  if (allow.includes(kind) || kind === "empty") return 1;
  if (field === "date") return cells.every(isSerial) || isHalf(cells, isDateCell) ? 1 : 0;
  return SUITS[field] === NUMBERS && (isHalf(cells, isNumberCell) || cells.some(isQuantity)) ? 1 : 0;
}

/** A column with some bad cells is still what its name says. */
function isHalf(cells: readonly string[], test: (cell: string) => boolean): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return filled.filter(test).length * 2 >= filled.length;
}

/** The columns of a table with what each most probably is: one column a field, by its name, then by its contents. */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): GuessedColumn[] {
  const width = Math.max(header.length, ...rows.map((row) => row.length), 0);
  const columns = Array.from({ length: width }, (_, index): GuessedColumn => {
    const cells = rows.map((row) => row[index] ?? "");
    return {
      index,
      header: header[index] ?? "",
      kind: kindOfColumn(cells),
      cells,
      field: null,
      confidence: null,
    };
  });
  guessByName(columns);
  guessByContents(columns);
  return columns;
}

function guessByName(columns: readonly GuessedColumn[]): void {
  const claims = columns.flatMap((column) => {
    if (CATEGORY_WORDS.has(searchKey(column.header)) && column.kind !== "text") return [];
    const named = namedBy(column);
    if (named === null) return [];
    const suit = suits(named.field, column);
    if (suit === 0) return [];
    return [
      { column, ...named, suit, score: (named.exact ? 4 : 2) + suit - (column.kind === "empty" ? 3 : 0) },
    ];
  });
  claims.sort((one, other) => other.score - one.score || one.column.index - other.column.index);
  const taken = new Set<TargetField>();
  for (const { column, field, exact, suit } of claims) {
    if (taken.has(field)) continue;
    taken.add(field);
    column.field = field;
    column.confidence = exact && suit === 2 ? "high" : exact || suit === 2 ? "medium" : "low";
  }
}

/** « Référence » is the delivery note where it comes again and again, else the article; « Article » may be a code. */
function namedBy(column: GuessedColumn): { field: TargetField; exact: boolean } | null {
  const named = fieldNamed(column.header);
  if (named === null) return null;
  const filled = column.cells.filter((cell) => cell !== "");
  if (/^ref(erence)?$/.test(searchKey(column.header)) && new Set(filled).size < filled.length * 0.6)
    return { field: "reference", exact: true };
  if (named.field === "description" && column.kind === "number")
    return { field: "code_article", exact: false };
  return named;
}

/** What no header says: the only column of dates, the only one of families, the widest words, the last amounts. */
function guessByContents(columns: readonly GuessedColumn[]): void {
  const isFree = (column: GuessedColumn) => column.field === null;
  const give = (field: TargetField, column: GuessedColumn | undefined, confidence: Confidence) => {
    if (column === undefined || columns.some((each) => each.field === field)) return;
    column.field = field;
    column.confidence = confidence;
  };
  const only = (kind: ColumnKind) => {
    const [one, other] = columns.filter((column) => isFree(column) && column.kind === kind);
    return other === undefined ? one : undefined;
  };
  give("date", only("date"), "medium");
  give("famille_produits", only("family"), "medium");
  give(
    "categories_egalim",
    columns.filter(isFree).find(({ kind }) => kind === "category"),
    "medium",
  );
  const texts = columns.filter((column) => isFree(column) && column.kind === "text");
  const [widest] = texts.sort((one, other) => variety(other) - variety(one));
  give("description", widest, "low");
  const hasAmount = columns.some(({ field }) => field === "prix_ht" || field === "prix_ttc");
  const hasProduct = ["quantite", "prix_unitaire_ht"].every((field) =>
    columns.some((each) => each.field === field),
  );
  if (!hasAmount && !hasProduct) give("prix_ht", only("number"), "low");
}

/** Different texts, then their length: a description varies most. */
function variety({ cells }: GuessedColumn): number {
  const different = new Set(cells.filter((cell) => cell !== ""));
  return different.size + [...different].join("").length / 1000;
}

function isSerial(cell: string): boolean {
  return cell === "" || (/^\d{5}(\.\d+)?$/.test(cell) && Number(cell) >= 36_526 && Number(cell) <= 73_050);
}

function isQuantity(cell: string): boolean {
  return /^\d+(?:[.,]\d+)?\s*\p{L}+$/u.test(cell);
}
