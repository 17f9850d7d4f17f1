import * as z from "zod/mini";
import { findQuoteRequest, listQuoteRequests } from "../../db/queries/quotes.ts";
import { idSchema } from "../../shared/ids.ts";
import { quoteSaveSchema } from "../../shared/quotes.ts";
import { removeQuoteRequest, saveQuoteRequest } from "../actions/quotes.ts";
import { AppError } from "../app-error.ts";
import { canteenProcedure, router } from "../trpc.ts";

const ofRequest = z.object({ quoteRequestId: idSchema });

/** Requests for quotes of one canteen. */
export const quotesRouter = router({
  list: canteenProcedure("prices.read").query(({ ctx }) =>
    listQuoteRequests(ctx.action.reader, ctx.canteenId),
  ),

  get: canteenProcedure("prices.read")
    .input(ofRequest)
    .query(async ({ ctx, input }) => {
      const key = { canteenId: ctx.canteenId, id: input.quoteRequestId };
      const found = await findQuoteRequest(ctx.action.reader, key);
      if (found === undefined) throw new AppError("NOT_FOUND");
      return found;
    }),

  save: canteenProcedure("prices.write")
    .input(z.object({ request: quoteSaveSchema }))
    .mutation(({ ctx, input }) => saveQuoteRequest(ctx.action, ctx.canteenId, input.request)),

  remove: canteenProcedure("prices.write")
    .input(ofRequest)
    .mutation(({ ctx, input }) =>
      removeQuoteRequest(ctx.action, { canteenId: ctx.canteenId, id: input.quoteRequestId }),
    ),
});
