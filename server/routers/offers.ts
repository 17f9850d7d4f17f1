import { searchOffers } from "../../db/queries/offers.ts";
import { offerSaveSchema, offerSearchSchema } from "../../shared/offers.ts";
import { saveOffer } from "../actions/save-offer.ts";
import { memberProcedure, router } from "../trpc.ts";

const SUGGESTIONS = 50;

export const offersRouter = router({
  search: memberProcedure("catalogue.read")
    .input(offerSearchSchema)
    .query(({ ctx, input }) => searchOffers(ctx.action.reader, { ...input, limit: SUGGESTIONS })),
  save: memberProcedure("catalogue.write")
    .input(offerSaveSchema)
    .mutation(({ ctx, input }) => saveOffer(ctx.action, input)),
});
