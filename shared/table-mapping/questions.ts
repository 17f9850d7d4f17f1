import type { IsoDate } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { Unit } from "../quantity.ts";
import type { TargetField } from "./targets.ts";

/** Why two names may be one supplier. `siret`: same number; `legal-form`: alike without « SARL », « SA », « Ets ». */
export const MERGE_REASONS = ["siret", "legal-form", "spelling"] as const;
export type MergeReason = (typeof MERGE_REASONS)[number];

/** « Même fournisseur ? »: a name of the file that may be somebody already known, answered in `mapping.suppliers`. */
export interface SupplierProposal {
  /** As the file writes it: the key under which `mapping.suppliers` takes the answer. */
  name: string;
  /** Rows that have this name. */
  rows: number;
  candidates: SupplierCandidate[];
}

/** Somebody the name may be. */
export interface SupplierCandidate {
  /** Null: another name of the same file. */
  supplierId: Id | null;
  name: string;
  reason: MergeReason;
}

/** A word of the file that no list knows, answered once for all its rows in `mapping.values`. */
export interface UnknownWord {
  field: TargetField;
  /** As written: the key in `mapping.values[field]`; empty: the cell is empty. */
  text: string;
  rows: number;
  /** A code that resembles it; null: none does. */
  suggestion: string | null;
}

/** A row set aside without being refused: a total, a carried-forward sum. */
export interface SkippedRow {
  row: number;
  /** Its first words. */
  text: string;
}

/** A purchase that may have been counted already. */
export interface LikelyDuplicate {
  row: number;
  /** Row of the same file that it repeats; null: it is in the database already. */
  repeats: number | null;
  description: string;
  supplier: string;
  date: IsoDate;
  /** HT, cents. */
  amountHtCents: number;
  /** The purchase of the database that it resembles; null: it repeats a row of the file. */
  like: LikeLine | null;
}

/** A purchase that is there already. */
export interface LikeLine {
  orderId: Id;
  /** Of its order; null: none. */
  reference: string | null;
  /** As it was written. */
  description: string;
  date: IsoDate;
  /** File that brought it; null: a person, or an invoice. */
  fileName: string | null;
}

/** What a mapped file says of one purchase beyond the State's twelve columns. Null: not said. */
export interface PurchaseDetails {
  /** Chosen by the mapping; null: the supplier is found by name. */
  supplierId: Id | null;
  /** 14 digits. */
  supplierSiret: string | null;
  quantityMilli: number | null;
  unit: Unit | null;
  /** Ten-thousandths of a euro HT; only when quantity times price is the amount. */
  unitPriceHtE4: number | null;
  /** Basis points. */
  vatBp: number | null;
  /** Number of the delivery note, order or invoice: its lines are one order. */
  reference: string | null;
  articleCode: string | null;
}
