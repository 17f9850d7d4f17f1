import * as z from "zod/mini";
import { monthOf, splitDate, toIsoDate } from "./calendar.ts";
import type { IsoDate, IsoMonth, Place, Verdict } from "./facts.ts";
import { searchField } from "./fields.ts";
import type { Gamme } from "./gammes.ts";
import { distanceM } from "./geo/distance.ts";
import type { Id } from "./ids.ts";
import type { Indicator } from "./indicators/indicators.ts";
import type { FigureCell, Share, Shares } from "./indicators/shares.ts";
import { sharesOf } from "./indicators/shares.ts";
import type { OrderingTerms } from "./ordering-terms.ts";
import type { Reliability } from "./reliability.ts";
import { divideHalfAway, toSafeInteger } from "./rounding.ts";
import type { SocialStatus } from "./social-statuses.ts";
import type { SupplierKind } from "./supplier-kinds.ts";

/** The rates a choice is shown against, in this order; they are never added up. */
export const COMPARED_INDICATORS = [
  "EGALIM",
  "ORGANIC",
  "MEAT_FISH",
  "LOCAL",
  "SHORT",
] as const satisfies readonly Indicator[];
export type ComparedIndicator = (typeof COMPARED_INDICATORS)[number];
export type ComparedShares = Readonly<Record<ComparedIndicator, Share>>;

export const comparisonProductsSchema = z.object({ search: z._default(searchField, "") });

/** A price per kilogram kept as what was paid for what was weighed: HT cents and grams, both above 0. */
export interface KiloPrice {
  amountCents: number;
  weightGrams: number;
}

/** Mean price of one month: what was paid for what was weighed. */
export interface MonthPrice extends KiloPrice {
  month: IsoMonth;
}

/** One of the products side by side: the one asked, and its equivalents. */
export interface ComparedProduct {
  id: Id;
  name: string;
  nameEn: string;
  gamme: Gamme | null;
  refuseBp: number | null;
  /** Months in season; empty: all year, or not known. */
  season: readonly number[];
}

/** What the caller's canteens paid a supplier for a product over the window. */
export interface PriceSample {
  last: KiloPrice & { on: IsoDate; canteenId: Id };
  /** Weighed lines with a price. */
  lines: number;
  canteens: number;
  /** HT cents per kilogram, rounded, of the cheapest and dearest line. */
  minCentsPerKg: number;
  maxCentsPerKg: number;
  /** Mean of each month, weighted, oldest first; months without a delivery are left out. */
  history: readonly MonthPrice[];
}

/** How far the goods are grown or made, in metres, from the nearest to the farthest place. */
export interface ProductionDistance {
  nearestM: number;
  farthestM: number;
  /** How far from these figures the truth may be. */
  uncertaintyM: number;
  communeNames: readonly string[];
  /** The article does not say: the supplier's or producer's own place of production is used. */
  assumed: boolean;
}

/** Buying there as much on the plates as the canteen bought of the products over the window, at the last price. */
export interface Replacement {
  /** HT, cents. */
  amountCents: number;
  /** Grams to buy there for as much on the plates. */
  weightGrams: number;
  shares: ComparedShares;
}

export interface SupplierComparison {
  productId: Id;
  supplierId: Id;
  supplierName: string;
  kind: SupplierKind;
  /** What it is today. */
  statuses: SocialStatus[];
  articleName: string;
  producerName: string | null;
  /** Null: no weighed line in the caller's canteens over the window. */
  price: PriceSample | null;
  /** Null: the place of production, or one of the two positions, is not known. */
  distance: ProductionDistance | null;
  /** Owners between producer and canteen; null: not known. */
  intermediaries: number | null;
  /** What a line bought today would be. */
  verdict: Verdict;
  /** Null: no price, or the canteen bought none of it by weight. */
  replacement: Replacement | null;
  /** Null: nobody has said. */
  terms: OrderingTerms | null;
  /** Null: no order to it was received over the window. */
  reliability: Reliability | null;
}

/** A row is one product at one supplier. */
export function rowKeyOf({
  productId,
  supplierId,
}: Pick<SupplierComparison, "productId" | "supplierId">): string {
  return `${productId}/${supplierId}`;
}

export interface Comparison {
  window: ComparisonWindow;
  /** The product asked and its equivalents, the one they stand for first. */
  products: readonly ComparedProduct[];
  /** On a diner's plate; `usual`: the reference's for the family, to confirm. Null: not known. */
  portion: { grams: number; usual: boolean } | null;
  /** What the canteen itself bought of them by weight, net of credit notes; null: nothing. */
  current: (KiloPrice & { lines: number; edibleGrams: number | null }) | null;
  /** The canteen's rates over the window as they are. */
  shares: ComparedShares;
  rows: readonly SupplierComparison[];
}

/** Twelve months, the current one included. */
export interface ComparisonWindow {
  fromMonth: IsoMonth;
  toMonth: IsoMonth;
  from: IsoDate;
}

/** The twelve months that end with the one of `today`. */
export function comparisonWindow(today: IsoDate): ComparisonWindow {
  const { year, month } = splitDate(today);
  const from = toIsoDate({
    year: month === 12 ? year : year - 1,
    month: month === 12 ? 1 : month + 1,
    day: 1,
  });
  return { fromMonth: monthOf(from), toMonth: monthOf(today), from };
}

/** HT cents for one kilogram, half a cent going away from zero. */
export function centsPerKg({ amountCents, weightGrams }: KiloPrice): number {
  return toSafeInteger(divideHalfAway(BigInt(amountCents) * 1000n, BigInt(weightGrams)));
}

/** What `grams` cost at that price: HT cents, half a cent going away from zero. */
export function costOf(grams: number, price: KiloPrice): number {
  return toSafeInteger(divideHalfAway(BigInt(grams) * BigInt(price.amountCents), BigInt(price.weightGrams)));
}

/** Negative when `a` is cheaper per kilogram, exactly. */
export function compareKiloPrices(a: KiloPrice, b: KiloPrice): number {
  const left = BigInt(a.amountCents) * BigInt(b.weightGrams);
  const right = BigInt(b.amountCents) * BigInt(a.weightGrams);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The compared rates of these cells by value, both ends. */
export function comparedShares(cells: readonly FigureCell[]): ComparedShares {
  const shares: Shares = sharesOf(cells, "value");
  const { EGALIM, ORGANIC, MEAT_FISH, LOCAL, SHORT } = shares;
  return { EGALIM, ORGANIC, MEAT_FISH, LOCAL, SHORT };
}

/**
 * The rates if the lines `out` (part of `cells`) had been bought under another verdict for `amountCents`:
 * out they go, one line of that verdict comes in, exactly.
 */
export function replacedShares(
  cells: readonly FigureCell[],
  out: readonly FigureCell[],
  into: FigureCell,
): ComparedShares {
  const removed = out.map((cell) => ({
    ...cell,
    amountCents: -cell.amountCents,
    weightGrams: -cell.weightGrams,
    weighedCents: -cell.weighedCents,
  }));
  return comparedShares([...cells, ...removed, into]);
}

/** Distance from the canteen to the places of production; null: none, or a position is missing. */
export function productionDistance(
  canteen: Place,
  places: readonly Place[],
  assumed: boolean,
): ProductionDistance | null {
  const home = canteen.position;
  if (home === null || places.length === 0) return null;
  const legs: { metres: number; uncertaintyM: number }[] = [];
  for (const { position } of places) {
    if (position === null) return null;
    legs.push({
      metres: distanceM(home, position),
      uncertaintyM: home.uncertaintyM + position.uncertaintyM,
    });
  }
  return {
    nearestM: Math.min(...legs.map((leg) => leg.metres)),
    farthestM: Math.max(...legs.map((leg) => leg.metres)),
    uncertaintyM: Math.max(...legs.map((leg) => leg.uncertaintyM)),
    communeNames: places.map((place) => place.communeName),
    assumed,
  };
}
