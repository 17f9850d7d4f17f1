import * as z from "zod/mini";
import type { IsoDate } from "./facts.ts";
import type { Basis, Indicator } from "./indicators/indicators.ts";
import { BASES } from "./indicators/indicators.ts";
import type { Projection } from "./indicators/projection.ts";
import type { TargetOutlook } from "./indicators/projection-target.ts";
import type { Certainty } from "./marks.ts";
import { yearField } from "./periods.ts";
import type { Opening } from "./service-days.ts";
import type { AppliedTarget } from "./targets.ts";

export const projectionAskedSchema = z.object({
  /** Null: the year of today. */
  year: z._default(z.nullable(yearField), null),
  basis: z._default(z.enum(BASES), "value"),
});

/** A target and what it asks of the rest of the year; null: nothing was or is to be bought. */
export interface ProjectedTarget extends AppliedTarget {
  outlook: Readonly<Record<Certainty, TargetOutlook | null>>;
}

/** Where one rate goes. Null: nothing was bought, this year or the year before. */
export interface IndicatorProjection {
  indicator: Indicator;
  projections: Readonly<Record<Certainty, Projection | null>>;
  targets: readonly ProjectedTarget[];
}

/** Where the rates of a year go, for a canteen or a territory. */
export interface YearProjection {
  year: number;
  basis: Basis;
  today: IsoDate;
  canteens: number;
  /** The calendars that the days of service follow. */
  openings: readonly Opening[];
  indicators: readonly IndicatorProjection[];
}
