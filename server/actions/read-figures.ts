import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { DashboardSurroundings } from "../../db/queries/dashboard.ts";
import type { FigureSupplier } from "../../db/queries/figures.ts";
import { monthOf, yearOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { FigureFilter } from "../../shared/figure-filter.ts";
import { figuresOfSums, ratesDuring } from "../../shared/figure-sums.ts";
import type { Figures, GroupFigures, TargetFigure } from "../../shared/figures.ts";
import { perIndicator, withGaps, yearsUpTo } from "../../shared/figures.ts";
import type { Id } from "../../shared/ids.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import type { Shares } from "../../shared/indicators/shares.ts";
import type { CanteenNews, SinceLastMonth } from "../../shared/indicators/since-last-month.ts";
import { canteenNews, newsOfCanteens } from "../../shared/indicators/since-last-month.ts";
import type { Regime } from "../../shared/law/targets.ts";
import type { MonthRange } from "../../shared/periods.ts";
import type { OwnTarget } from "../../shared/targets.ts";
import { targetsInForce } from "../../shared/targets.ts";
import { AppError } from "../app-error.ts";
import type { KeptDigest, ReadDigests } from "./canteen-digests.ts";
import { canteenSums, readDigests, reckonedOnce, wholeSums } from "./canteen-digests.ts";

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

/** One canteen in the ranking; never a person's name. */
export interface RankedCanteen extends GroupFigures<Id> {
  name: string;
  communeName: string;
  targets: Targets;
}

export interface TerritoryDashboard extends Dashboard {
  /** Canteens with purchases in the period, in no promised order. */
  canteens: RankedCanteen[];
  /** Canteens in use that bought nothing in the period. */
  silentCanteens: { id: Id; name: string; communeName: string }[];
  /** What the last month that is over changed; null: it is the first of the period, or none is over. */
  news: SinceLastMonth | null;
}

/** Everything the canteen's dashboard shows, in two statements at most. NOT_FOUND: no such canteen. */
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
  const figures = dashboardOf(figuresOfWhole(read, asked), around, { asked, regime, canteenId });
  return { ...figures, canteen: { id, name, communeName, regime } };
}

/** Everything the territory's dashboard shows, of the canteens the caller may see, in two statements at most. */
export async function readTerritoryDashboard(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
  asked: FiguresAsked,
): Promise<TerritoryDashboard> {
  const read = await readWhole(db, canteenIds, asked);
  const { around, digests } = read;
  const { canteens, targets: own } = around;
  const regimes = new Set(canteens.map(({ regime }) => regime));
  const [only] = regimes;
  const regime = regimes.size === 1 && only !== undefined ? only : null;
  const figures = new Map(digests.map((kept) => [kept.canteenId, canteenFigure(kept, asked)]));
  const ranked = canteens.flatMap(({ id, name, communeName, regime: ownRegime }): RankedCanteen[] => {
    const figure = figures.get(id) ?? null;
    if (figure === null) return [];
    const scope = { regime: ownRegime, canteenId: id, asked };
    return [{ ...figure, name, communeName, targets: targetsOf(own, figure.shares, scope) }];
  });
  const news = digests.map((kept) => canteenNewsOf(kept, asked));
  return {
    ...dashboardOf(figuresOfWhole(read, asked), around, { asked, regime, canteenId: null }),
    canteens: ranked,
    silentCanteens: canteens
      .filter(({ id, active }) => active && !figures.get(id))
      .map(({ id, name, communeName }) => ({ id, name, communeName })),
    news: newsOfCanteens(news, { ...asked, targets: targetSharesOf(ranked) }),
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

function dashboardOf(figures: Figures, around: DashboardSurroundings, about: TargetsAsked): Dashboard {
  const { asked } = about;
  return {
    ...figures,
    today: asked.today,
    targets: targetsOf(around.targets, figures.shares, about),
    suppliers: around.suppliers,
    years: yearsUpTo(asked.today, around.months),
  };
}

/** What each canteen aims at, indicator by indicator, basis points. */
function targetSharesOf(canteens: readonly RankedCanteen[]): Map<Id, Record<Indicator, number[]>> {
  return new Map(
    canteens.map(({ key, targets }) => [
      key,
      perIndicator((indicator) => targets[indicator].map(({ shareBp }) => shareBp)),
    ]),
  );
}

function targetsOf(own: readonly OwnTarget[], shares: Shares, about: TargetsAsked): Targets {
  const { asked, regime, canteenId } = about;
  const scope = { year: yearOf(asked.range.toMonth), basis: asked.basis, regime, canteenId };
  return perIndicator((indicator) => withGaps(targetsInForce(own, indicator, scope), { shares, indicator }));
}
