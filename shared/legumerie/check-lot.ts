import type { IsoDate } from "../facts.ts";
import type { Family } from "../families.ts";
import type { Lot } from "../legumerie.ts";
import type { SupplierKind } from "../supplier-kinds.ts";
import type { LegumerieIssue, LegumerieIssueCode } from "./issues.ts";
import { LEGUMERIE_FAMILY } from "./traits.ts";

/** What is known of what a lot names; null: no such thing. */
export interface LotSurroundings {
  today: IsoDate;
  producerKind: SupplierKind | null;
  productFamily: Family | null;
  /** The commune exists, or none is named. */
  communeKnown: boolean;
}

/** Everything that keeps a lot from being received; empty: it may be. */
export function checkLot(lot: Lot, around: LotSurroundings): LegumerieIssue[] {
  const issues: LegumerieIssue[] = [];
  const at = (field: keyof Lot, code: LegumerieIssueCode) => issues.push({ field, code, grams: null });
  if (!grows(around.producerKind)) at("producerId", "UNKNOWN_PRODUCER");
  if (around.productFamily !== LEGUMERIE_FAMILY) at("productId", "NOT_VEGETABLES");
  if (!around.communeKnown) at("originCommune", "UNKNOWN_COMMUNE");
  if (lot.receivedOn > around.today) at("receivedOn", "DATE_IN_FUTURE");
  if (lot.harvestedOn !== null && lot.harvestedOn > lot.receivedOn)
    at("harvestedOn", "HARVESTED_AFTER_RECEPTION");
  if (!lot.owned && lot.priceHtCents > 0) at("priceHtCents", "FEE_WITH_PRICE");
  return issues;
}

function grows(kind: SupplierKind | null): boolean {
  return kind === "PRODUCER" || kind === "PRODUCER_GROUP";
}
