import { yearOf } from "./calendar.ts";
import type { GroupFigures, TargetFigure } from "./figures.ts";
import { targetFigures } from "./figures.ts";
import type { Id } from "./ids.ts";
import type { Basis, Indicator } from "./indicators/indicators.ts";
import type { Regime } from "./law/targets.ts";
import type { MonthRange } from "./periods.ts";
import type { OwnTarget } from "./targets.ts";

/** One canteen in the ranking of a territory; never a person's name. */
export interface RankedCanteen extends GroupFigures<Id> {
  name: string;
  communeName: string;
  regime: Regime;
}

/** Canteens side by side, and what they set themselves. */
export interface Ranking {
  range: MonthRange;
  basis: Basis;
  canteens: RankedCanteen[];
  /** Of the canteens and of their organisations, for the year that the period ends in. */
  ownTargets: OwnTarget[];
}

/** What a canteen of the ranking aims at for an indicator: the law, its organisation, itself. */
export function targetsOfCanteen(
  { range, basis, ownTargets }: Omit<Ranking, "canteens">,
  { key, regime, shares }: RankedCanteen,
  indicator: Indicator,
): TargetFigure[] {
  const scope = { year: yearOf(range.toMonth), basis, regime, canteenId: key };
  return targetFigures(ownTargets, indicator, { shares, scope });
}
