import * as z from "zod/mini";
import { USUAL_NEIGHBOUR_KM } from "../../shared/grouped-orders.ts";
import { readGroupedOrders } from "../actions/read-grouped-orders.ts";
import { amongCanteensProcedure, router } from "../trpc.ts";

const MOST_KM = 100;

export const groupedOrdersRouter = router({
  /** This week, around the canteen. */
  week: amongCanteensProcedure("orders.draft")
    .input(z.object({ radiusKm: z._default(z.int().check(z.gte(1), z.lte(MOST_KM)), USUAL_NEIGHBOUR_KM) }))
    .query(async ({ ctx, input }) =>
      readGroupedOrders(ctx.action.reader, {
        canteenId: ctx.canteenId,
        radiusKm: input.radiusKm,
        visibleIds: await ctx.visibleCanteenIds("orders.read"),
        today: ctx.action.today,
      }),
    ),
});
