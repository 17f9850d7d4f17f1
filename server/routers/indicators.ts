import * as z from "zod/mini";
import { figureFilterSchema } from "../../shared/figure-filter.ts";
import { idSchema } from "../../shared/ids.ts";
import { BASES, INDICATORS } from "../../shared/indicators/indicators.ts";
import { comparedPeriodsSchema, periodSchema, rangeOf } from "../../shared/periods.ts";
import { readCanteenDashboard, readTerritoryDashboard } from "../actions/read-figures.ts";
import { readRateChange } from "../actions/read-rate-change.ts";
import { AppError } from "../app-error.ts";
import { canteenProcedure, router, territoryProcedure } from "../trpc.ts";

const asked = z.object({
  period: z._default(periodSchema, {}),
  basis: z._default(z.enum(BASES), "value"),
  filter: z._default(figureFilterSchema, {}),
});

const changeAsked = z.object({
  /** Absent: every canteen of the territory. */
  canteenId: z.nullish(idSchema),
  periods: comparedPeriodsSchema,
  indicator: z.enum(INDICATORS),
  basis: z._default(z.enum(BASES), "value"),
  filter: z._default(figureFilterSchema, {}),
});

/** Rates of a canteen or of a territory, beside their targets and the year before. */
export const indicatorsRouter = router({
  canteen: canteenProcedure("figures.read")
    .input(asked)
    .query(async ({ ctx, input }) => {
      const { reader, today } = ctx.action;
      const { period, basis, filter } = input;
      const asked = { range: rangeOf(period, today), basis, today, filter };
      return ctx.writtenOnce(await readCanteenDashboard(reader, ctx.canteenId, asked));
    }),

  territory: territoryProcedure("figures.read")
    .input(asked)
    .query(async ({ ctx, input }) => {
      const { reader, today } = ctx.action;
      const { period, basis, filter } = input;
      const asked = { range: rangeOf(period, today), basis, today, filter };
      return ctx.writtenOnce(await readTerritoryDashboard(reader, ctx.canteenIds, asked));
    }),

  /** Why a rate moved between two periods, and what moved it. */
  change: territoryProcedure("figures.read")
    .input(changeAsked)
    .query(({ ctx, input: { periods, canteenId, ...asked } }) => {
      const canteenIds = ctx.canteenIds.filter((id) => !canteenId || id === canteenId);
      if (canteenId && canteenIds.length === 0) throw new AppError("NOT_FOUND");
      return readRateChange(ctx.action.reader, canteenIds, { ...periods, ...asked });
    }),
});
