import type { IsoDate } from "../facts.ts";
import type { Point } from "../geo/distance.ts";
import type { Id } from "../ids.ts";
import type { LossCause, LossDestination, LotStage } from "../legumerie.ts";
import type { WorkStatus } from "./hours.ts";
import type { RequestStatus } from "./requests.ts";

/** A product is told by its raw form: « carotte » stands for the grated one too. Weights in grams, prices in HT cents. */
interface ProductFact {
  day: IsoDate;
  productId: Id;
}

/** One lot received. */
export interface ReceivedFact extends ProductFact {
  kind: "RECEIVED";
  producerId: Id;
  /** INSEE code; null: the commune of production is not known. */
  departement: string | null;
  /** Of the commune of production; null: not known. */
  point: Point | null;
  organicStage: LotStage | null;
  intermediaries: number;
  /** False: worked for a fee, the price is 0. */
  owned: boolean;
  grams: number;
  priceHtCents: number;
}

/** One batch on the day it ended; `productId` null: made of several products. */
export interface WorkedFact {
  kind: "WORKED";
  day: IsoDate;
  productId: Id | null;
  inputGrams: number;
  outputGrams: number;
  lossGrams: number;
}

/** Losses of a batch on the day it ended, `productId` as its own, or finished goods taken out of stock on a day. */
export interface LossFact {
  kind: "LOSS";
  day: IsoDate;
  productId: Id | null;
  cause: LossCause;
  destination: LossDestination;
  grams: number;
}

/** Packed on a day. */
export interface PackedFact extends ProductFact {
  kind: "PACKED";
  grams: number;
}

/** One delivery of one output lot. */
export interface DeliveredFact extends ProductFact {
  kind: "DELIVERED";
  canteenId: Id;
  grams: number;
  refusedGrams: number;
  /** Of the kilos that were accepted. */
  priceHtCents: number;
  /** The day it was wanted; null: nobody said. */
  wantedOn: IsoDate | null;
  substituted: boolean;
  /** Grams on a plate, as the product says; null: it does not. */
  portionGrams: number | null;
}

/** Hours of one status in a month; `day`: its first. */
export interface HoursFact {
  kind: "HOURS";
  day: IsoDate;
  status: WorkStatus;
  hoursE2: number;
}

/** A standing demand of a canteen, grams a week; `day`: when it was asked. */
export interface DemandFact extends ProductFact {
  kind: "DEMAND";
  status: RequestStatus;
  /** Null: not yet. */
  answeredOn: IsoDate | null;
  grams: number;
}

/** An output lot that was not all gone at the end of what is read; `day`: when it was packed. */
export interface StockFact extends ProductFact {
  kind: "STOCK";
  useBy: IsoDate;
  grams: number;
}

export type LedgerFact =
  | ReceivedFact
  | WorkedFact
  | LossFact
  | PackedFact
  | DeliveredFact
  | HoursFact
  | DemandFact
  | StockFact;
