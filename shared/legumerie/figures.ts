import type { IsoDate, IsoMonth } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { LossCause, LossDestination, LotStage } from "../legumerie.ts";

/** Lots received on one day, alike in all that a figure asks. Grams, HT cents. */
export interface ReceivedSum {
  day: IsoDate;
  productId: Id;
  producerId: Id;
  /** INSEE code; null: the commune of production is not known. */
  departement: string | null;
  organicStage: LotStage | null;
  intermediaries: number;
  owned: boolean;
  grams: number;
  priceHtCents: number;
}

/** Batches ended in one month, made of one product only; `productId` null: of several. */
export interface WorkedSum {
  month: IsoMonth;
  productId: Id | null;
  inputGrams: number;
  outputGrams: number;
  lossGrams: number;
  batches: number;
}

/** Losses of one month: of the batches that ended in it, and of finished goods taken out of stock in it. */
export interface LossSum {
  month: IsoMonth;
  cause: LossCause;
  destination: LossDestination;
  grams: number;
}

/** Output lots packed in one month. */
export interface PackedSum {
  month: IsoMonth;
  productId: Id;
  grams: number;
}

/** Deliveries to one canteen in one month. `priceHtCents`: of the accepted kilos. */
export interface DeliveredSum {
  month: IsoMonth;
  canteenId: Id;
  grams: number;
  refusedGrams: number;
  priceHtCents: number;
}

/** Sums of the ledger over a period, all that the indicators are made of. */
export interface LedgerSums {
  received: readonly ReceivedSum[];
  worked: readonly WorkedSum[];
  losses: readonly LossSum[];
  packed: readonly PackedSum[];
  delivered: readonly DeliveredSum[];
}
