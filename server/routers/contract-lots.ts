import * as z from "zod/mini";
import { contractLotInputSchema } from "../../shared/contract-lots.ts";
import { idSchema } from "../../shared/ids.ts";
import { readContractLots, removeContractLot, saveContractLot } from "../actions/save-contract-lot.ts";
import { canteenProcedure, router } from "../trpc.ts";

const ofSupplier = z.object({ supplierId: idSchema });

/** The canteen names the organisation that awarded them. */
export const contractLotsRouter = router({
  list: canteenProcedure("catalogue.read")
    .input(ofSupplier)
    .query(({ ctx, input }) =>
      readContractLots(ctx.action.reader, { canteenId: ctx.canteenId, supplierId: input.supplierId }),
    ),

  save: canteenProcedure("catalogue.write")
    .input(z.extend(ofSupplier, { id: idSchema, input: contractLotInputSchema }))
    .mutation(async ({ ctx, input: { supplierId, id, input } }) =>
      saveContractLot(
        ctx.action,
        { canteenId: ctx.canteenId, supplierId },
        { id, input, tellOf: await ctx.visibleCanteenIds("figures.read") },
      ),
    ),

  remove: canteenProcedure("catalogue.write")
    .input(z.object({ id: idSchema }))
    .mutation(async ({ ctx, input }) =>
      removeContractLot(ctx.action, {
        canteenId: ctx.canteenId,
        id: input.id,
        tellOf: await ctx.visibleCanteenIds("figures.read"),
      }),
    ),
});
