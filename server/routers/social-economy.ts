import * as z from "zod/mini";
import { figureFilterSchema } from "../../shared/figure-filter.ts";
import { BASES } from "../../shared/indicators/indicators.ts";
import { periodSchema, rangeOf } from "../../shared/periods.ts";
import { readSocialEconomy } from "../actions/read-social-economy.ts";
import { canteenProcedure, router, territoryProcedure } from "../trpc.ts";

const asked = z.object({
  period: z._default(periodSchema, {}),
  basis: z._default(z.enum(BASES), "value"),
  filter: z._default(figureFilterSchema, {}),
});

/** Purchases from the social economy and insertion structures, beside the rates of the same dashboards. */
export const socialEconomyRouter = router({
  canteen: canteenProcedure("figures.read")
    .input(asked)
    .query(({ ctx, input: { period, basis, filter } }) => {
      const { reader, today } = ctx.action;
      const range = rangeOf(period, today);
      return readSocialEconomy(reader, [ctx.canteenId], { range, basis, today, filter });
    }),

  territory: territoryProcedure("figures.read")
    .input(asked)
    .query(({ ctx, input: { period, basis, filter } }) => {
      const { reader, today } = ctx.action;
      const range = rangeOf(period, today);
      return readSocialEconomy(reader, ctx.canteenIds, { range, basis, today, filter });
    }),
});
