import * as z from "zod/mini";
import { listProductSpend } from "../../db/queries/procurement.ts";
import { spendByFamily } from "../../shared/procurement.ts";
import { canteenProcedure, router } from "../trpc.ts";

const FIRST_YEAR = 2019;
const LAST_YEAR = 2100;
/** Products whose family is guessed, the dearest first. */
const GUESSED = 15;

export const procurementRouter = router({
  /** What one canteen, or all the caller sees, spent per homogeneous family over a civil year. */
  families: canteenProcedure("figures.read")
    .input(
      z.object({
        year: z.int().check(z.gte(FIRST_YEAR), z.lte(LAST_YEAR)),
        everyCanteen: z._default(z.boolean(), false),
      }),
    )
    .query(async ({ ctx, input: { year, everyCanteen } }) => {
      const canteenIds = everyCanteen ? await ctx.visibleCanteenIds("figures.read") : [ctx.canteenId];
      const period = { from: `${year}-01-01`, to: `${year}-12-31` };
      const products = await listProductSpend(ctx.action.reader, { canteenIds, ...period });
      const guessed = products.filter(
        ({ homogeneousFamily, productId }) => homogeneousFamily === null && productId !== null,
      );
      return {
        canteens: canteenIds.length,
        families: spendByFamily(products),
        guessed: guessed.sort((a, b) => b.amountHtCents - a.amountHtCents).slice(0, GUESSED),
      };
    }),
});
