/** Why a whole file, a header, a row or a cell is refused. */
export const FILE_ISSUE_CODES = [
  "FILE_EMPTY",
  "FILE_TOO_LARGE",
  "FILE_TYPE",
  "FILE_OLD_EXCEL",
  "FILE_UNREADABLE",
  "FILE_BOMB",
  "FILE_DOCTYPE",
  "FILE_ROWS",
  "FILE_COLUMNS",
  "FILE_FIELD",
  "FILE_TIME",
  "FILE_NO_HEADER",
  "ENCODING",
  "QUOTED_LINES",
  "HEADER_NOT_FIRST",
  "HEADER_NAME",
  "HEADER_MISSING",
  "HEADER_EXTRA",
  "HEADER_ORDER",
  "HEADER_TWICE",
  "ROW_LENGTH",
  "BLANK_ROW",
  "REQUIRED",
  "SIRET_LENGTH",
  "SIRET_KEY",
  "SIRET_ROUNDED",
  "CANTEEN_UNKNOWN",
  "CANTEEN_OTHER",
  "DATE_FORMAT",
  "DATE_IMPOSSIBLE",
  "DATE_NO_YEAR",
  "DATE_FUTURE",
  "DATE_DECLARED",
  "PRICE_NUMBER",
  "PRICE_TOO_LARGE",
  "FAMILY_UNKNOWN",
  "CATEGORY_UNKNOWN",
  "ORIGIN_UNKNOWN",
  "ORIGIN_BOTH",
  "BOOLEAN_UNKNOWN",
  "DEFINITION_UNKNOWN",
  "DEFINITION_WITHOUT_LOCAL",
  "KM_NUMBER",
  "KM_WITHOUT_KM",
  "SHEET_MISSING",
  "MAPPING_INCOMPLETE",
  "MAPPING_COLUMN",
  "VAT_NUMBER",
] as const;
export type FileIssueCode = (typeof FILE_ISSUE_CODES)[number];

/** What is refused and where. */
export interface FileIssue {
  /** As the spreadsheet numbers it, the header included; null: the whole file. */
  row: number | null;
  /** Null: the whole row or file. */
  column: string | null;
  /** As written in the file; empty: nothing was. */
  value: string;
  code: FileIssueCode;
  /** What may be written instead; null: nothing is known. */
  suggestion: string | null;
}

/**
 * What is understood although the State's platform would not take it as written, with the issue that the strict
 * mode reports instead; null: the platform takes it too.
 */
export const CORRECTIONS = {
  ENCODING: "ENCODING",
  QUOTED_LINES: "QUOTED_LINES",
  TITLE_ROWS: "HEADER_NOT_FIRST",
  HEADER_NAME: "HEADER_NAME",
  HEADER_IGNORED: "HEADER_EXTRA",
  HEADER_ABSENT: "HEADER_MISSING",
  HEADER_ORDER: "HEADER_ORDER",
  ROW_LENGTH: "ROW_LENGTH",
  BLANK_ROW: "BLANK_ROW",
  SIRET_SPACES: null,
  SIRET_ZEROS: "SIRET_LENGTH",
  SIRET_EXPONENT: "SIRET_LENGTH",
  SUPPLIER_MISSING: null,
  TEXT_SHORTENED: null,
  FORMULA_GUARD: null,
  DATE_FORMAT: "DATE_FORMAT",
  DATE_SERIAL: "DATE_FORMAT",
  PRICE_FORMAT: "PRICE_NUMBER",
  PRICE_POINT: null,
  PRICE_ROUNDED: null,
  FAMILY_WORD: "FAMILY_UNKNOWN",
  CATEGORY_WORD: "CATEGORY_UNKNOWN",
  ORIGIN_WORD: "ORIGIN_UNKNOWN",
  BOOLEAN_WORD: "BOOLEAN_UNKNOWN",
  DEFINITION_WORD: "DEFINITION_UNKNOWN",
  DEFINITION_UNUSED: "DEFINITION_WITHOUT_LOCAL",
  KM_FORMAT: "KM_NUMBER",
  KM_UNUSED: "KM_WITHOUT_KM",
  SIRET_SIREN: "SIRET_LENGTH",
  TOTAL_ROW: null,
  FILLED_DOWN: null,
  VALUE_MAPPED: null,
  SUPPLIER_MAPPED: null,
  FAMILY_ASSUMED: null,
  PRICE_FROM_TTC: null,
  PRICE_FROM_QUANTITY: null,
  QUANTITY_IGNORED: null,
  ORIGIN_ELSEWHERE: null,
} as const satisfies Record<string, FileIssueCode | null>;
export type CorrectionCode = keyof typeof CORRECTIONS;

/** One kind of correction in one column, with what it did at its first places. */
export interface Correction {
  code: CorrectionCode;
  /** Null: the whole file. */
  column: string | null;
  /** How many cells or rows. */
  count: number;
  examples: { row: number | null; value: string; result: string }[];
}
