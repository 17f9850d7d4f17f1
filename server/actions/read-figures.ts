import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCanteens } from "../../db/queries/canteens.ts";
import { listCells } from "../../db/queries/cells.ts";
import type { FigureSupplier } from "../../db/queries/figures.ts";
import { findPurchaseMonths, listFigureSuppliers } from "../../db/queries/figures.ts";
import { listTargetsOfCanteens } from "../../db/queries/targets.ts";
import { yearOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Figures, GroupFigures, TargetFigure } from "../../shared/figures.ts";
import { canteenFigures, figuresOf, perIndicator, rangeToRead, withGaps } from "../../shared/figures.ts";
import type { Id } from "../../shared/ids.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import type { Shares } from "../../shared/indicators/shares.ts";
import type { Regime } from "../../shared/law/targets.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { isInRange } from "../../shared/periods.ts";
import type { OwnTarget } from "../../shared/targets.ts";
import { targetsInForce } from "../../shared/targets.ts";
import { AppError } from "../app-error.ts";

export interface FiguresAsked {
  range: MonthRange;
  basis: Basis;
  today: IsoDate;
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
}

/** Everything the canteen's dashboard shows. NOT_FOUND: no such canteen. */
export async function readCanteenDashboard(
  db: Kysely<Database>,
  canteenId: Id,
  asked: FiguresAsked,
): Promise<CanteenDashboard> {
  const [canteen] = await listCanteens(db, [canteenId]);
  if (canteen === undefined) throw new AppError("NOT_FOUND");
  const { dashboard } = await readDashboard(db, [canteenId], {
    asked,
    regime: canteen.regime,
    canteenId,
  });
  const { id, name, communeName, regime } = canteen;
  return { ...dashboard, canteen: { id, name, communeName, regime } };
}

/** Everything the territory's dashboard shows, of the canteens the caller may see. */
export async function readTerritoryDashboard(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
  asked: FiguresAsked,
): Promise<TerritoryDashboard> {
  const canteens = await listCanteens(db, canteenIds);
  const regimes = new Set(canteens.map(({ regime }) => regime));
  const [only] = regimes;
  const regime = regimes.size === 1 && only !== undefined ? only : null;
  const { dashboard, cells, own } = await readDashboard(db, canteenIds, { asked, regime, canteenId: null });
  const inside = cells.filter((cell) => isInRange(cell.month, asked.range));
  const figures = new Map(canteenFigures(inside, asked.basis).map((figure) => [figure.key, figure]));
  return {
    ...dashboard,
    canteens: canteens.flatMap(({ id, name, communeName, regime: ownRegime }) => {
      const figure = figures.get(id);
      if (figure === undefined) return [];
      const scope = { regime: ownRegime, canteenId: id, asked };
      return [{ ...figure, name, communeName, targets: targetsOf(own, figure.shares, scope) }];
    }),
    silentCanteens: canteens
      .filter(({ id, active }) => active && !figures.has(id))
      .map(({ id, name, communeName }) => ({ id, name, communeName })),
  };
}

interface TargetsAsked {
  asked: FiguresAsked;
  regime: Regime | null;
  canteenId: Id | null;
}

async function readDashboard(db: Kysely<Database>, canteenIds: readonly Id[], about: TargetsAsked) {
  const { asked } = about;
  const { range, today } = asked;
  const [cells, own, suppliers, months] = await Promise.all([
    listCells(db, { canteenIds, ...rangeToRead(range) }),
    listTargetsOfCanteens(db, { canteenIds, year: yearOf(range.toMonth) }),
    listFigureSuppliers(db, { canteenIds, ...range }),
    findPurchaseMonths(db, canteenIds),
  ]);
  const figures = figuresOf(cells, asked);
  const dashboard: Dashboard = {
    ...figures,
    today,
    targets: targetsOf(own, figures.shares, about),
    suppliers,
    years: yearsUpTo(yearOf(today), months),
  };
  return { dashboard, cells, own };
}

function targetsOf(own: readonly OwnTarget[], shares: Shares, about: TargetsAsked): Targets {
  const { asked, regime, canteenId } = about;
  const scope = { year: yearOf(asked.range.toMonth), basis: asked.basis, regime, canteenId };
  return perIndicator((indicator) => withGaps(targetsInForce(own, indicator, scope), { shares, indicator }));
}

function yearsUpTo(today: number, months: { first: string; last: string } | null): number[] {
  const first = months === null ? today : Math.min(today, yearOf(months.first));
  const last = months === null ? today : Math.max(today, yearOf(months.last));
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}
