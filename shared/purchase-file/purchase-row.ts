import type { Category } from "../categories.ts";
import type { IsoDate, LocalScope, Origin } from "../facts.ts";
import type { Family } from "../families.ts";
import type { Id } from "../ids.ts";
import type { PurchaseDetails } from "../table-mapping/questions.ts";
import type { TargetField } from "../table-mapping/targets.ts";

/** One purchase of a file, understood. */
export interface PurchaseRow {
  /** As the spreadsheet numbers it. */
  row: number;
  /** 14 digits, of the canteen that bought. */
  siret: string;
  /** At most 300 characters. */
  description: string;
  /** At most 200 characters; null: the file does not say. */
  supplier: string | null;
  date: IsoDate;
  /** HT, cents; negative: a credit. */
  amountHtCents: number;
  family: Family;
  claims: Category[];
  origin: Origin | null;
  short: boolean;
  local: boolean;
  /** What « local » means for this row; null: not said, or not local. */
  localScope: LocalScope | null;
  /** Metres, for KM when the file says it. */
  localRadiusM: number | null;
  /** What only a mapped file says; null: the State's columns say it all. */
  details: PurchaseDetails | null;
}

/** What purchases of a file say alike: all but the day, the amount and what only a mapped file says. */
export type PurchaseFacts = Readonly<Omit<PurchaseRow, "row" | "date" | "amountHtCents" | "details">>;

/** A purchase beside its facts, which it may share with others. */
export interface Purchase extends Pick<PurchaseRow, "row" | "date" | "amountHtCents" | "details"> {
  facts: PurchaseFacts;
}

/** Supplier of the rows that name none; such lines go back out without supplier. */
export const UNNAMED_SUPPLIER = "Fournisseur non précisé";

/** What a refused row says by field, as written or translated by the mapping: empty cells are left out. */
export type RefusedTexts = Partial<Record<TargetField, string>>;

/** A refused row as the file has it. */
export interface RefusedRow {
  row: number;
  cells: readonly string[];
  /** Empty when no column is known, and beyond the first thousands of refused rows. */
  texts: RefusedTexts;
  /** Chosen by the mapping; null: the supplier is found by name. */
  supplierId: Id | null;
}
