import type { IsoDate } from "../facts.ts";

/** Grams of a received lot not yet put into a batch. Spoiled vegetables leave by a batch that has only losses. */
export function lotStock({ grossGrams, usedGrams }: { grossGrams: number; usedGrams: number }): number {
  return grossGrams - usedGrams;
}

/** What left with an output lot: taken to canteens, and of that, refused. */
export interface OutputMoves {
  netGrams: number;
  deliveredGrams: number;
  refusedGrams: number;
  useBy: IsoDate;
}

/**
 * Grams of an output lot in the workshop on a day. Refused kilos are back in stock; what is left after the
 * use-by date can no longer be delivered: it is `expired`, never lost from the count.
 */
export function outputStock(
  moves: OutputMoves,
  today: IsoDate,
): { availableGrams: number; expiredGrams: number } {
  const left = moves.netGrams - moves.deliveredGrams + moves.refusedGrams;
  return moves.useBy >= today
    ? { availableGrams: left, expiredGrams: 0 }
    : { availableGrams: 0, expiredGrams: left };
}
