import * as z from "zod/mini";
import { figureFilterSchema } from "../../shared/figure-filter.ts";
import { BASES } from "../../shared/indicators/indicators.ts";
import { periodSchema, rangeOf } from "../../shared/periods.ts";
import { readCanteenDashboard, readTerritoryDashboard } from "../actions/read-figures.ts";
import { canteenProcedure, router, territoryProcedure } from "../trpc.ts";

const asked = z.object({
  period: z._default(periodSchema, {}),
  basis: z._default(z.enum(BASES), "value"),
  filter: z._default(figureFilterSchema, {}),
});

/** Rates of a canteen or of a territory, beside their targets and the year before. */
export const indicatorsRouter = router({
  canteen: canteenProcedure("figures.read")
    .input(asked)
    .query(({ ctx, input }) => {
      const { reader, today } = ctx.action;
      const { period, basis, filter } = input;
      return readCanteenDashboard(reader, ctx.canteenId, {
        range: rangeOf(period, today),
        basis,
        today,
        filter,
      });
    }),

  territory: territoryProcedure("figures.read")
    .input(asked)
    .query(({ ctx, input }) => {
      const { reader, today } = ctx.action;
      const { period, basis, filter } = input;
      return readTerritoryDashboard(reader, ctx.canteenIds, {
        range: rangeOf(period, today),
        basis,
        today,
        filter,
      });
    }),
});
