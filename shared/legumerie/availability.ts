import type { IsoDate } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { Cut, LotStage } from "../legumerie.ts";
import { outputStock } from "./stock.ts";

/** An output lot that may be delivered. */
export interface StockedOutput {
  productId: Id;
  cut: Cut;
  netGrams: number;
  deliveredGrams: number;
  refusedGrams: number;
  disposedGrams: number;
  useBy: IsoDate;
  traits: { organicStage: LotStage | null };
}

/** What a workshop has of a product in one cut, and what is promised of it. Grams. */
export interface Availability {
  productId: Id;
  cut: Cut;
  stockGrams: number;
  /** Asked for by canteens, for a day, and not delivered yet. */
  askedGrams: number;
  /** Stock that nobody asked for; never negative. */
  freeGrams: number;
  /** Earliest use-by date in stock; null: nothing is in stock. */
  useBy: IsoDate | null;
  /** Of all that is in stock; null: nothing is, or not all of it is. */
  organicStage: LotStage | null;
}

type Key = { productId: Id; cut: Cut };

/** One row for each product and cut of `made`, of the stock and of the requests, in the order they are met. */
export function availability(
  around: {
    made: readonly Key[];
    stock: readonly StockedOutput[];
    waiting: readonly (Key & { waitingGrams: number })[];
  },
  today: IsoDate,
): Availability[] {
  const rows = new Map<string, Availability>();
  const rowOf = ({ productId, cut }: Key): Availability => {
    const key = availabilityKey({ productId, cut });
    const row = rows.get(key) ?? emptyRow({ productId, cut });
    rows.set(key, row);
    return row;
  };
  for (const one of around.made) rowOf(one);
  for (const output of around.stock) addStock(rowOf(output), output, today);
  for (const request of around.waiting) rowOf(request).askedGrams += request.waitingGrams;
  for (const row of rows.values()) row.freeGrams = Math.max(0, row.stockGrams - row.askedGrams);
  return [...rows.values()];
}

export function availabilityKey({ productId, cut }: Key): string {
  return `${productId} ${cut}`;
}

function emptyRow({ productId, cut }: Key): Availability {
  return { productId, cut, stockGrams: 0, askedGrams: 0, freeGrams: 0, useBy: null, organicStage: null };
}

function addStock(row: Availability, output: StockedOutput, today: IsoDate): void {
  const { availableGrams } = outputStock(output, today);
  if (availableGrams <= 0) return;
  const { organicStage } = output.traits;
  row.organicStage =
    row.stockGrams === 0 ? organicStage : row.organicStage === organicStage ? organicStage : null;
  row.stockGrams += availableGrams;
  if (row.useBy === null || output.useBy < row.useBy) row.useBy = output.useBy;
}
