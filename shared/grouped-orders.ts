import type { IsoDate } from "./facts.ts";
import type { Point } from "./geo/distance.ts";
import { distanceM } from "./geo/distance.ts";
import type { Id } from "./ids.ts";

/** Radii offered for « neighbouring », km. */
export const NEIGHBOUR_KM = [10, 20, 30, 50] as const;
export const USUAL_NEIGHBOUR_KM = 20;

/** A canteen that orders too, and nothing of what it orders. */
export interface NamedNeighbour {
  canteenId: Id;
  canteenName: string;
  /** Metres from the caller's canteen; null: a position is not known. */
  distanceM: number | null;
}

/** One canteen's order to a supplier this week, as the caller may see it. */
export interface NeighbourOrder extends NamedNeighbour {
  /** HT, cents, of its orders that are drafts or sent. */
  amountHtCents: number;
}

/** A delivery round: the stops in their order, and how far it is as the crow flies. */
export interface Round {
  canteenIds: Id[];
  /** Metres, from the supplier through every stop. */
  metres: number;
}

/** What neighbouring canteens order from one supplier this week. */
export interface GroupedSupplier {
  supplierId: Id;
  supplierName: string;
  /** Those the caller may see, the nearest first; the caller's own canteen has no distance to itself: 0. */
  orders: NeighbourOrder[];
  /** Canteens within reach that order too and whose orders the caller may not see: how many. */
  others: number;
  /** Those others by name, the nearest first, where their organisation lets them be named; else empty. */
  named: NamedNeighbour[];
  /** HT, cents; null: none, or not known. */
  minimumHtCents: number | null;
  /** Null: fewer than two stops, or a place is not known. */
  round: Round | null;
}

export interface GroupedOrders {
  /** Monday and Sunday of the week. */
  from: IsoDate;
  to: IsoDate;
  /** Whether the organisation lets its canteens be named to one another. */
  sharesNames: boolean;
  suppliers: GroupedSupplier[];
}

/** Cents HT of the orders that the caller may see; null: all of them are others'. */
export function seenTotal({ orders }: GroupedSupplier): number | null {
  if (orders.length === 0) return null;
  return orders.reduce((sum, { amountHtCents }) => sum + amountHtCents, 0);
}

/** The canteens of a round by name, in its order. */
export function roundNames({ round, orders, named }: GroupedSupplier): string[] {
  const names = new Map([...orders, ...named].map(({ canteenId, canteenName }) => [canteenId, canteenName]));
  return (round?.canteenIds ?? []).map((id) => names.get(id) ?? "");
}

/** Cents HT missing to the supplier's minimum, at most that when others order too; null: no minimum is known. */
export function missingToMinimum(row: GroupedSupplier): number | null {
  if (row.minimumHtCents === null) return null;
  return Math.max(0, row.minimumHtCents - (seenTotal(row) ?? 0));
}

/** The stops from nearest to nearest, beginning where the supplier is: short, not proven the shortest. */
export function nearestRound<Stop extends { id: Id; point: Point }>(
  start: Point,
  stops: readonly Stop[],
): Round {
  const left = [...stops];
  const round: Round = { canteenIds: [], metres: 0 };
  let here = start;
  while (left.length > 0) {
    const next = left.reduce((best, stop) =>
      distanceM(here, stop.point) < distanceM(here, best.point) ? stop : best,
    );
    left.splice(left.indexOf(next), 1);
    round.metres += distanceM(here, next.point);
    round.canteenIds.push(next.id);
    here = next.point;
  }
  return round;
}
