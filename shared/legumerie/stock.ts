import type { IsoDate } from "../facts.ts";

/** Grams of a received lot not yet put into a batch. Spoiled vegetables leave by a batch that has only losses. */
export function lotStock(lot: { standingGrams: number; usedGrams: number }): number {
  return lot.standingGrams - lot.usedGrams;
}

/** What left with an output lot: taken to canteens, and of that, refused. */
export interface OutputMoves {
  netGrams: number;
  deliveredGrams: number;
  refusedGrams: number;
  /** Taken out of stock by an entry, no canteen having them. */
  disposedGrams: number;
  useBy: IsoDate;
}

/**
 * Grams of an output lot in the workshop on a day. Refused kilos are back in stock; what is left after the
 * use-by date can no longer be delivered: it is `expired`, counted until an entry takes it out.
 */
export function outputStock(
  moves: OutputMoves,
  today: IsoDate,
): { availableGrams: number; expiredGrams: number } {
  const left = moves.netGrams - moves.deliveredGrams + moves.refusedGrams - moves.disposedGrams;
  return moves.useBy >= today
    ? { availableGrams: left, expiredGrams: 0 }
    : { availableGrams: 0, expiredGrams: left };
}

/** Grams that left an output lot on a day (negative), or came back (positive). */
export interface OutputMove {
  day: IsoDate;
  grams: number;
}

/** Grams that may still leave on `day`: what is there on it and on every later day, so that no past stock is negative. */
export function leftFrom(
  { netGrams, moves }: { netGrams: number; moves: readonly OutputMove[] },
  day: IsoDate,
): number {
  const stockOn = (end: IsoDate) =>
    moves.reduce((left, move) => (move.day <= end ? left + move.grams : left), netGrams);
  const days = [day, ...moves.map((move) => move.day).filter((later) => later > day)];
  return Math.min(...days.map(stockOn));
}

/** The most grams of an output lot that were out of the workshop at once, at the end of any day. */
export function mostOut(moves: readonly OutputMove[]): number {
  return 0 - Math.min(0, ...moves.map(({ day }) => leftFrom({ netGrams: 0, moves }, day)));
}
