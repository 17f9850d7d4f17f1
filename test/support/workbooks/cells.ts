/** A cell as a person would type or a program would write it; null: nothing. */
export type SheetCell =
  | string
  | number
  | boolean
  | null
  /** A day with a date's format; `serial` as stored, hours after the point. */
  | { day: string; hours?: number }
  /** A formula with the value that it gave. */
  | { formula: string; value: number | string }
  /** A number of which the file holds exactly this text. */
  | { number: string }
  /** An amount shown as a percentage. */
  | { percent: number };

export interface SheetSpec {
  name: string;
  rows: readonly (readonly SheetCell[])[];
  /** Merged ranges: `A1:E1`. */
  merges?: readonly string[];
  /** 1-based number of the first row; rows above do not exist in the file. */
  firstRow?: number;
}

/** Text safe in XML. */
export function xmlText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const DAY_MS = 86_400_000;

/** Days since 1899-12-30, hours as a fraction. */
export function serialOf({ day, hours = 0 }: { day: string; hours?: number }): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.parse("1899-12-30T00:00:00Z")) / DAY_MS + hours / 24;
}

/** A, B … Z, AA. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`;
}
