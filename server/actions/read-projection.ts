import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCanteens } from "../../db/queries/canteens.ts";
import type { MonthCell } from "../../db/queries/month-cells.ts";
import { listMonthCells } from "../../db/queries/month-cells.ts";
import { listTargetsOfCanteens } from "../../db/queries/targets.ts";
import type { IsoDate, IsoMonth } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATORS } from "../../shared/indicators/indicators.ts";
import { projectYear } from "../../shared/indicators/projection.ts";
import type { SeriesAsked } from "../../shared/indicators/projection-months.ts";
import { projectionSeries, YEARS_BEFORE } from "../../shared/indicators/projection-months.ts";
import { outlookOf } from "../../shared/indicators/projection-target.ts";
import type { Certainty } from "../../shared/marks.ts";
import { yearRange } from "../../shared/periods.ts";
import type { IndicatorProjection, YearProjection } from "../../shared/projections.ts";
import { openingOf } from "../../shared/service-days.ts";
import type { AppliedTarget } from "../../shared/targets.ts";
import { targetsInForce } from "../../shared/targets.ts";

export interface ProjectionAsked {
  canteenIds: readonly Id[];
  /** The canteen whose own targets count; null: of several canteens together. */
  canteenId: Id | null;
  year: number;
  basis: Basis;
  today: IsoDate;
}

/** Where every rate of the canteens together ends on 31 December, and what its targets ask of what remains. */
export async function readProjection(db: Kysely<Database>, asked: ProjectionAsked): Promise<YearProjection> {
  const { canteenIds, canteenId, year, basis, today } = asked;
  const canteens = (await listCanteens(db, canteenIds)).filter(({ active }) => active || canteenId !== null);
  const [rows, own] = await Promise.all([
    listMonthCells(db, {
      canteenIds,
      fromMonth: yearRange(year - YEARS_BEFORE).fromMonth,
      toMonth: yearRange(year).toMonth,
    }),
    listTargetsOfCanteens(db, { canteenIds, year }),
  ]);
  const regimes = [...new Set(canteens.map(({ regime }) => regime))];
  const scope = { year, basis, canteenId, regime: regimes.length === 1 ? (regimes[0] ?? null) : null };
  const openings = canteens.map(openingOf);
  const cells = new Map<IsoMonth, MonthCell[]>();
  for (const row of rows) cells.set(row.month, [...(cells.get(row.month) ?? []), row]);
  return {
    year,
    basis,
    today,
    canteens: canteens.length,
    openings: [...new Set(openings)],
    indicators: INDICATORS.map((indicator) =>
      projectIndicator(indicator, {
        targets: targetsInForce(own, indicator, scope),
        seriesOf: (certainty) =>
          projectionSeries(cells, {
            year,
            today,
            openings,
            indicator,
            certainty,
            basis,
          } satisfies SeriesAsked),
        today,
      }),
    ),
  };
}

function projectIndicator(
  indicator: Indicator,
  {
    targets,
    seriesOf,
    today,
  }: {
    targets: readonly AppliedTarget[];
    seriesOf: (certainty: Certainty) => ReturnType<typeof projectionSeries>;
    today: IsoDate;
  },
): IndicatorProjection {
  const projections = {
    strict: projectYear(seriesOf("strict"), today),
    declared: projectYear(seriesOf("declared"), today),
  };
  const outlook = (certainty: Certainty, targetBp: number) => {
    const projection = projections[certainty];
    return projection === null ? null : outlookOf(projection, targetBp);
  };
  return {
    indicator,
    projections,
    targets: targets.map((target) => ({
      ...target,
      outlook: {
        strict: outlook("strict", target.shareBp),
        declared: outlook("declared", target.shareBp),
      },
    })),
  };
}
