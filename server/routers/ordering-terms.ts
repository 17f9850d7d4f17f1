import * as z from "zod/mini";
import { idSchema } from "../../shared/ids.ts";
import { orderingTermsSchema } from "../../shared/ordering-terms.ts";
import { readOrderingTerms, saveOrderingTerms } from "../actions/save-ordering-terms.ts";
import { canteenProcedure, router } from "../trpc.ts";

const ofSupplier = z.object({ supplierId: idSchema });

/** The canteen names the organisation that negotiated them. */
export const orderingTermsRouter = router({
  get: canteenProcedure("catalogue.read")
    .input(ofSupplier)
    .query(({ ctx, input }) =>
      readOrderingTerms(ctx.action.reader, { canteenId: ctx.canteenId, supplierId: input.supplierId }),
    ),

  save: canteenProcedure("catalogue.write")
    .input(z.extend(ofSupplier, { terms: orderingTermsSchema }))
    .mutation(({ ctx, input }) =>
      saveOrderingTerms(ctx.action, { canteenId: ctx.canteenId, supplierId: input.supplierId }, input.terms),
    ),
});
