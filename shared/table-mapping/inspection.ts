import type { TableMapping } from "./mapping.ts";
import type { TargetField } from "./targets.ts";

/**
 * Formats of the State that need no mapping: the file of twelve columns by SIRET or by the canteen's id, its
 * workbooks of eleven columns (no km), the older file of eight columns, the tracking workbook of 2026.
 */
export const STATE_FORMATS = ["achats_siret", "achats_id", "without-km", "older", "tracking"] as const;
export type StateFormat = (typeof STATE_FORMATS)[number];

/** Rows of a table that are looked at to say what it is. */
export const INSPECTED_ROWS = 200;

/** What the contents of a column look like, by most of its cells. */
export const COLUMN_KINDS = [
  "empty",
  "date",
  "number",
  "siret",
  "yes-no",
  "family",
  "category",
  "text",
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** high: header and contents agree; medium: one of them says it; low: nothing contradicts it. */
export const CONFIDENCES = ["high", "medium", "low"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** A column of the table, for the mapping step. */
export interface InspectedColumn {
  /** From 0. */
  index: number;
  /** As written; empty: the column has no header. */
  header: string;
  kind: ColumnKind;
  /** First different values, as written. */
  samples: string[];
  /** What the column was guessed or remembered to be; null: nothing. */
  field: TargetField | null;
  /** Null when nothing was guessed. */
  confidence: Confidence | null;
}

/** A sheet of the workbook; a CSV file has one, without a name. */
export interface InspectedSheet {
  index: number;
  name: string;
}

/** A row that may be the header, best first. */
export interface HeaderCandidate {
  /** As the spreadsheet numbers it. */
  row: number;
  cells: string[];
}

/** Where the proposed mapping comes from. `state`: the file is the State's and needs none. */
export type MappingSource = "state" | "remembered" | "guessed";

/** What a table is, before anything is read of it. */
export interface TableInspection {
  /** Null: not one of the State's. */
  format: StateFormat | null;
  sheets: InspectedSheet[];
  /** Index of the sheet that is looked at. */
  sheet: number;
  headerCandidates: HeaderCandidate[];
  columns: InspectedColumn[];
  /** First rows as written, from row 1. */
  firstRows: { row: number; cells: string[] }[];
  source: MappingSource;
  /** Complete, or to be completed: see missingFields. */
  mapping: TableMapping;
  /**
   * What tells a source of files from another: the names of its columns. The mapping that was last used is remembered
   * under it.
   */
  fingerprint: string;
}
