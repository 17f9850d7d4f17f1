import * as z from "zod/mini";
import { listComparableProducts } from "../../db/queries/comparison.ts";
import { comparisonProductsSchema, comparisonWindow } from "../../shared/comparison.ts";
import { idSchema } from "../../shared/ids.ts";
import { compareSuppliers } from "../actions/compare-suppliers.ts";
import { amongCanteensProcedure, router } from "../trpc.ts";

const SUGGESTIONS = 24;

export const comparisonRouter = router({
  products: amongCanteensProcedure("prices.read")
    .input(comparisonProductsSchema)
    .query(({ ctx, input }) =>
      listComparableProducts(ctx.action.reader, {
        canteenId: ctx.canteenId,
        search: input.search,
        fromMonth: comparisonWindow(ctx.action.today).fromMonth,
        limit: SUGGESTIONS,
      }),
    ),
  suppliers: amongCanteensProcedure("prices.read")
    .input(z.object({ productId: idSchema }))
    .query(async ({ ctx, input }) =>
      compareSuppliers(ctx.action.reader, {
        canteenId: ctx.canteenId,
        productId: input.productId,
        priceCanteenIds: await ctx.visibleCanteenIds("prices.read"),
        today: ctx.action.today,
      }),
    ),
});
