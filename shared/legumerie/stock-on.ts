import type { IsoDate } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { Cut } from "../legumerie.ts";

/** Received vegetables in the workshop at the end of a day. Grams. */
export interface RawStock {
  lotId: Id;
  productId: Id;
  productName: string;
  productNameEn: string;
  producerName: string;
  receivedOn: IsoDate;
  grams: number;
}

/** Finished products in the workshop at the end of a day. Grams. */
export interface FinishedStock {
  outputId: Id;
  productId: Id;
  productName: string;
  productNameEn: string;
  cut: Cut;
  packedOn: IsoDate;
  useBy: IsoDate;
  grams: number;
}

/** What moved up to the end of a day: everything that came in is in one of these. Grams. */
export interface LedgerBalance {
  received: number;
  /** In lots no batch has taken. */
  raw: number;
  /** Taken by batches, and neither packed nor lost. */
  inProgress: number;
  packed: number;
  lost: number;
  /** What ended batches lack, within the tolerance; negative: too much. */
  gap: number;
  /** Delivered and kept. */
  delivered: number;
  /** Taken out of stock, no canteen having them. */
  disposed: number;
  /** Finished products still there, past their use-by date or not. */
  finished: number;
}

/** The workshop at the end of a day. */
export interface StockOn {
  day: IsoDate;
  raw: RawStock[];
  finished: FinishedStock[];
  balance: LedgerBalance;
}

/** Kilos that appeared or vanished: 0, whatever was written. */
export function unexplainedGrams(balance: LedgerBalance): number {
  const { received, raw, inProgress, packed, lost, gap, delivered, disposed, finished } = balance;
  return (
    Math.abs(received - raw - inProgress - packed - lost - gap) +
    Math.abs(packed - delivered - disposed - finished)
  );
}
