import * as z from "zod/mini";
import { monthOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { problemOf } from "../../shared/optimiser/path-model.ts";
import { pathAskedSchema, pathWishesSchema } from "../../shared/optimiser/path-wishes.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { addMonths, rangeOf } from "../../shared/periods.ts";
import { readPathModel } from "../actions/read-path-model.ts";
import { findPathAside } from "../optimiser/find-path-aside.ts";
import { amongCanteensProcedure, router } from "../trpc.ts";

/** What could be bought otherwise, and the cheapest way to the targets. */
export const pathsRouter = router({
  model: amongCanteensProcedure("prices.read")
    .input(pathAskedSchema)
    .query(async ({ ctx, input }) =>
      readPathModel(ctx.action.reader, {
        canteenId: ctx.canteenId,
        priceCanteenIds: await ctx.visibleCanteenIds("prices.read"),
        range: monthsAsked(input.period, ctx.action.today),
        certainty: input.certainty,
        today: ctx.action.today,
      }),
    ),

  find: amongCanteensProcedure("prices.read")
    .input(z.extend(pathAskedSchema, { wishes: z._default(pathWishesSchema, pathWishesSchema.parse({})) }))
    .query(async ({ ctx, input, signal }) => {
      const model = await readPathModel(ctx.action.reader, {
        canteenId: ctx.canteenId,
        priceCanteenIds: await ctx.visibleCanteenIds("prices.read"),
        range: monthsAsked(input.period, ctx.action.today),
        certainty: input.certainty,
        today: ctx.action.today,
      });
      return await findPathAside(problemOf(model, input.wishes), signal);
    }),
});

/** Without a period, the twelve months that are over: one of each. */
function monthsAsked(period: z.infer<typeof pathAskedSchema>["period"], today: IsoDate): MonthRange {
  if (period.year || period.fromMonth) return rangeOf(period, today);
  const toMonth = addMonths(monthOf(today), -1);
  return { fromMonth: addMonths(toMonth, -11), toMonth };
}
