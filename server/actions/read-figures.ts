import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { FigureSupplier } from "../../db/queries/figures.ts";
import { monthOf, yearOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { FigureFilter } from "../../shared/figure-filter.ts";
import { figuresOfSums, ratesDuring } from "../../shared/figure-sums.ts";
import type { Figures, GroupFigures, TargetFigure } from "../../shared/figures.ts";
import { perIndicator, targetFigures, yearsUpTo } from "../../shared/figures.ts";
import type { Id } from "../../shared/ids.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import type { Shares } from "../../shared/indicators/shares.ts";
import type { CanteenNews, SinceLastMonth } from "../../shared/indicators/since-last-month.ts";
import { canteenNews, newsOfCanteens } from "../../shared/indicators/since-last-month.ts";
import type { Regime } from "../../shared/law/targets.ts";
import type { MonthRange } from "../../shared/periods.ts";
import type { RankedCanteen, Ranking } from "../../shared/ranked-canteens.ts";
import type { OwnTarget } from "../../shared/targets.ts";
import { targetsInForce } from "../../shared/targets.ts";
import { AppError } from "../app-error.ts";
import type { KeptDigest, ReadDigests } from "./canteen-digests.ts";
import { canteenSums, monthsOf, readDigests, reckonedOnce, wholeSums } from "./canteen-digests.ts";

export interface FiguresAsked {
  range: MonthRange;
  basis: Basis;
  today: IsoDate;
  /** Only what was bought of a family or from a supplier. */
  filter?: FigureFilter;
}

type Targets = Record<Indicator, TargetFigure[]>;

/** A dashboard: its figures, their targets, and the names its rows need. */
export interface Dashboard extends Figures {
  today: IsoDate;
  targets: Targets;
  suppliers: FigureSupplier[];
  /** Years with purchases, latest first, the year of today among them. */
  years: number[];
}

export interface CanteenDashboard extends Dashboard {
  canteen: { id: Id; name: string; communeName: string; regime: Regime };
}

/** Its canteens are those with purchases in the period, in no promised order. */
export interface TerritoryDashboard extends Dashboard, Ranking {
  /** Canteens in use that bought nothing in the period. */
  silentCanteens: { id: Id; name: string; communeName: string }[];
  /** What the last month that is over changed; null: it is the first of the period, or none is over. */
  news: SinceLastMonth | null;
}

/**
 * Everything the canteen's dashboard shows, in three statements at most: the same object, which nobody may change, as
 * long as it would say the same. NOT_FOUND: no such canteen.
 */
export async function readCanteenDashboard(
  db: Kysely<Database>,
  canteenId: Id,
  asked: FiguresAsked,
): Promise<CanteenDashboard> {
  const read = await readWhole(db, [canteenId], asked);
  const { around } = read;
  const [canteen] = around.canteens;
  if (canteen === undefined) throw new AppError("NOT_FOUND");
  const { id, name, communeName, regime } = canteen;
  return reckonedOnce(around, `canteen ${asked.basis} ${asked.today}`, () => ({
    ...dashboardOf(figuresOfWhole(read, asked), read, { asked, regime, canteenId }),
    canteen: { id, name, communeName, regime },
  }));
}

/**
 * Everything the territory's dashboard shows, of the canteens the caller may see, in three statements at most: the same
 * object, which nobody may change, as long as it would say the same.
 */
export async function readTerritoryDashboard(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
  asked: FiguresAsked,
): Promise<TerritoryDashboard> {
  const read = await readWhole(db, canteenIds, asked);
  return reckonedOnce(read.around, `territory ${asked.basis} ${asked.today}`, () => territoryOf(read, asked));
}

function territoryOf(read: ReadDigests, asked: FiguresAsked): TerritoryDashboard {
  const { around, digests } = read;
  const { canteens, targets: own } = around;
  const regimes = new Set(canteens.map(({ regime }) => regime));
  const [only] = regimes;
  const regime = regimes.size === 1 && only !== undefined ? only : null;
  const figures = new Map(digests.map((kept) => [kept.canteenId, canteenFigure(kept, asked)]));
  const ranked = canteens.flatMap(({ id, name, communeName, regime: ownRegime }): RankedCanteen[] => {
    const figure = figures.get(id) ?? null;
    return figure === null ? [] : [{ ...figure, name, communeName, regime: ownRegime }];
  });
  return {
    ...dashboardOf(figuresOfWhole(read, asked), read, { asked, regime, canteenId: null }),
    canteens: ranked,
    ownTargets: own,
    silentCanteens: canteens
      .filter(({ id, active }) => active && !figures.get(id))
      .map(({ id, name, communeName }) => ({ id, name, communeName })),
    news: newsOf(read, { ...asked, canteens: ranked }),
  };
}

/** The canteen's rates over the period; null: it bought nothing. */
function canteenFigure(kept: KeptDigest, asked: FiguresAsked): GroupFigures<Id> | null {
  return reckonedOnce(kept, `figure ${asked.basis}`, () => {
    const rates = ratesDuring(canteenSums(kept, asked), asked.range);
    return rates === null ? null : { key: kept.canteenId, ...rates };
  });
}

function canteenNewsOf(kept: KeptDigest, asked: FiguresAsked): CanteenNews | null {
  return reckonedOnce(kept, `news ${asked.basis} ${monthOf(asked.today)}`, () => {
    const sums = canteenSums(kept, asked);
    return canteenNews(kept.canteenId, (months) => ratesDuring(sums, months)?.shares ?? null, asked);
  });
}

/** The canteens' news together, anew when a canteen or a target changes. */
function newsOf(
  { digests, whole, around }: ReadDigests,
  { canteens, ...asked }: FiguresAsked & { canteens: readonly RankedCanteen[] },
): SinceLastMonth | null {
  const own = around.targets.map((target) => `${target.canteenId} ${target.indicator} ${target.shareBp}`);
  const regimes = canteens.map(({ regime }) => regime);
  const key = ["news", asked.basis, monthOf(asked.today), ...own, ...regimes].join(" ");
  return reckonedOnce(whole, key, () => {
    const news = digests.map((kept) => canteenNewsOf(kept, asked));
    return newsOfCanteens(news, { ...asked, targets: targetSharesOf(canteens, around.targets, asked) });
  });
}

interface TargetsAsked {
  asked: FiguresAsked;
  regime: Regime | null;
  canteenId: Id | null;
}

function readWhole(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
  { range, filter = {} }: FiguresAsked,
): Promise<ReadDigests> {
  return readDigests(db, { canteenIds, ...range, year: yearOf(range.toMonth), range, filter });
}

function figuresOfWhole(read: ReadDigests, asked: FiguresAsked): Figures {
  return reckonedOnce(read.whole, `figures ${asked.basis} ${asked.today}`, () =>
    figuresOfSums(wholeSums(read, asked), asked),
  );
}

function dashboardOf(figures: Figures, { around, digests }: ReadDigests, about: TargetsAsked): Dashboard {
  const { asked } = about;
  return {
    ...figures,
    today: asked.today,
    targets: targetsOf(around.targets, figures.shares, about),
    suppliers: around.suppliers,
    years: yearsUpTo(asked.today, monthsOf(digests)),
  };
}

/** What each canteen aims at, indicator by indicator, basis points. */
function targetSharesOf(
  canteens: readonly RankedCanteen[],
  own: readonly OwnTarget[],
  { range, basis }: FiguresAsked,
): Map<Id, Record<Indicator, number[]>> {
  const year = yearOf(range.toMonth);
  return new Map(
    canteens.map(({ key: canteenId, regime }) => [
      canteenId,
      perIndicator((indicator) =>
        targetsInForce(own, indicator, { year, basis, regime, canteenId }).map(({ shareBp }) => shareBp),
      ),
    ]),
  );
}

function targetsOf(own: readonly OwnTarget[], shares: Shares, about: TargetsAsked): Targets {
  const { asked, regime, canteenId } = about;
  const scope = { year: yearOf(asked.range.toMonth), basis: asked.basis, regime, canteenId };
  return perIndicator((indicator) => targetFigures(own, indicator, { shares, scope }));
}
