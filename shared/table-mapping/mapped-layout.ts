import type { Category } from "../categories.ts";
import { CATEGORIES } from "../categories.ts";
import type { Layout, MappedReading, MarkColumn } from "../purchase-file/layout.ts";
import type { Notes } from "../purchase-file/notes.ts";
import type { ColumnSource, TableMapping } from "./mapping.ts";
import { isColumn, missingFields } from "./mapping.ts";
import { wordKey } from "./supplier-names.ts";
import type { TargetField } from "./targets.ts";
import { TARGET_FIELDS, TARGET_LABELS } from "./targets.ts";

/** Fields whose cell lists several words: each may be translated by itself. */
const LISTS: ReadonlySet<TargetField> = new Set<TargetField>([
  "categories_egalim",
  "caracteristiques",
  "caracteristique_label1",
  "caracteristique_label2",
  "caracteristique_france",
]);
/** A header is known by its start: the rest of a page of text tells nothing. */
export const NAME_LENGTH = 300;
const CHARACTERISTICS = TARGET_FIELDS.filter((field) => field.startsWith("caracteristique"));

/**
 * Where a mapping finds every field under this header; null when it cannot read the file: MAPPING_INCOMPLETE,
 * MAPPING_COLUMN, one issue for each field or column. Without a header, columns are known by their place alone.
 */
export function layoutOfMapping(
  mapping: TableMapping,
  { header, row, notes }: { header: readonly string[] | null; row: number | null; notes: Notes },
): Layout | null {
  const before = notes.issueCount();
  for (const { alternatives } of missingFields(mapping)) {
    const names = alternatives.map((fields) => fields.map((field) => TARGET_LABELS[field].fr).join(" + "));
    notes.refuse({ row, column: names.join(" / ") }, "", { code: "MAPPING_INCOMPLETE" });
  }
  const places = placesOf(mapping, header, (name) =>
    notes.refuse({ row, column: name }, "", { code: "MAPPING_COLUMN" }),
  );
  if (notes.issueCount() > before) return null;
  const mapped = mappedReading(mapping, places);
  const constants = constantsOf(mapping);
  return {
    at(cells, field) {
      const place = places.fields.get(field);
      const text = place === undefined ? (constants.get(field) ?? "") : (cells[place.index] ?? "");
      return mapped.translate(field, text) ?? text;
    },
    has: (field) => places.fields.has(field) || constants.has(field),
    where: (at, field) => ({
      row: at,
      column: places.fields.get(field)?.name ?? TARGET_LABELS[field].fr,
      field,
    }),
    characteristics: CHARACTERISTICS.filter((field) => places.fields.has(field)),
    marks: places.marks,
    older: false,
    siren: true,
    width: Number.POSITIVE_INFINITY,
    own: null,
    mapped,
  };
}

interface Places {
  fields: ReadonlyMap<TargetField, { index: number; name: string }>;
  marks: readonly MarkColumn[];
}

function placesOf(
  mapping: TableMapping,
  header: readonly string[] | null,
  refuse: (name: string) => void,
): Places {
  const fields = new Map<TargetField, { index: number; name: string }>();
  for (const field of TARGET_FIELDS) {
    const source = mapping.columns[field];
    if (source === undefined || !isColumn(source)) continue;
    const index = placeOf(source, header);
    if (index === null) refuse(source.column);
    else fields.set(field, { index, name: nameOf(source, index) });
  }
  const marks: MarkColumn[] = [];
  for (const category of CATEGORIES) {
    const source: ColumnSource | undefined = mapping.marks[category];
    if (source === undefined) continue;
    const index = placeOf(source, header);
    if (index === null) refuse(source.column);
    else marks.push({ category: category satisfies Category, index, name: nameOf(source, index) });
  }
  return { fields, marks };
}

function nameOf({ column }: ColumnSource, index: number): string {
  return column === "" ? columnLetter(index) : column;
}

/** A column's letter in a spreadsheet: A, B … Z, AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${columnLetter(Math.floor(index / 26) - 1)}${last}`;
}

/** The column's place under this header; null: it is not there, or several have its text and none its place. */
export function placeOf({ column, index }: ColumnSource, header: readonly string[] | null): number | null {
  if (header === null || column === "") return index;
  const key = wordKey(column);
  const isNamed = (cell = "") => wordKey(cell.slice(0, NAME_LENGTH)) === key;
  if (isNamed(header[index])) return index;
  const [only, other] = header.flatMap((cell, place) => (isNamed(cell) ? [place] : []));
  return only !== undefined && other === undefined ? only : null;
}

function constantsOf({ columns }: TableMapping): Map<TargetField, string> {
  return new Map(
    TARGET_FIELDS.flatMap((field) => {
      const source = columns[field];
      return source === undefined || isColumn(source) ? [] : [[field, source.constant.trim()] as const];
    }),
  );
}

function mappedReading(mapping: TableMapping, places: Places): MappedReading {
  const words = new Map<TargetField, ReadonlyMap<string, string>>();
  for (const field of TARGET_FIELDS) {
    const values = Object.entries(mapping.values[field] ?? {});
    if (values.length > 0) words.set(field, new Map(values.map(([text, value]) => [wordKey(text), value])));
  }
  return {
    dateOrder: mapping.dateOrder,
    decimalMark: mapping.decimalMark,
    skipTotals: mapping.skipTotals,
    suppliers: new Map(Object.entries(mapping.suppliers).map(([text, choice]) => [wordKey(text), choice])),
    fillDown: mapping.fillDown.flatMap((field) => {
      const place = places.fields.get(field);
      if (place === undefined) return [];
      return { index: place.index, where: (row: number) => ({ row, column: place.name, field }) };
    }),
    translate(field, text) {
      const values = words.get(field);
      if (values === undefined) return null;
      const whole = values.get(wordKey(text));
      if (whole !== undefined || !LISTS.has(field)) return whole ?? null;
      const items = text.split(",").map((item) => values.get(wordKey(item)) ?? item);
      return items.join(",");
    },
  };
}
