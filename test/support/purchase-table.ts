import { PURCHASE_COLUMNS } from "../../shared/purchase-file/columns.ts";
import type { PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import { interpretTable } from "../../shared/purchase-file/interpret.ts";
import type { ReadingMode } from "../../shared/purchase-file/notes.ts";

/** The canteens that are known. */
export const SIRET = "21590350100017";
export const OTHER = "21620041800017";
/** Cells of a row that the platform takes. */
export const GOOD = [
  SIRET,
  "Carottes",
  "Ferme",
  "2025-03-01",
  "12.50",
  "FRUITS_ET_LEGUMES",
  "BIO",
  "FRANCE",
  "OUI",
  "NON",
  "",
  "",
];

interface Options {
  mode?: ReadingMode;
  chosen?: string | null;
  create?: boolean;
  header?: readonly string[];
  /** Years that the first canteen has declared. */
  frozenYears?: readonly number[];
}

/** The rows below a header, read. */
export function readRows(
  rows: readonly (readonly string[])[],
  {
    mode = "forgiving",
    chosen = null,
    create = false,
    header = PURCHASE_COLUMNS,
    frozenYears = [],
  }: Options = {},
): PurchaseFile {
  const cells = [header, ...rows].map((row, index) => ({ number: index + 1, cells: [...row] }));
  return interpretTable(
    { kind: "csv", rows: cells, mended: [] },
    {
      today: "2026-11-22",
      mode,
      canteens: [
        { id: "canteen-1", siret: SIRET, frozenYears },
        { id: "canteen-2", siret: OTHER },
      ],
      chosen,
      create,
    },
  );
}

/** A good row with some cells written otherwise. */
export function row(changes: Partial<Record<(typeof PURCHASE_COLUMNS)[number], string>>): string[] {
  return PURCHASE_COLUMNS.map((column, index) => changes[column] ?? GOOD[index] ?? "");
}

/** Issues as « row column CODE ». */
export function codes(file: PurchaseFile): string[] {
  return file.issues.map(({ row: at, column, code }) => `${at} ${column ?? ""} ${code}`);
}
