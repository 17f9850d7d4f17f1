import * as z from "zod/mini";
import { markNoticesRead } from "../../db/queries/legumerie-notices.ts";
import { idSchema } from "../../shared/ids.ts";
import { lateRefusalSchema } from "../../shared/legumerie/late-refusals.ts";
import { requestAnswerSchema, requestSchema } from "../../shared/legumerie/requests.ts";
import { readCanteenLegumeries, readOpenRequests } from "../actions/legumerie-offer.ts";
import { refuseDelivered } from "../actions/legumerie-refuse.ts";
import { answerRequest, askOfLegumerie, cancelRequest } from "../actions/legumerie-requests.ts";
import { visibleCanteens } from "../actions/legumerie-scopes.ts";
import { canteenProcedure, legumerieProcedure, router } from "../trpc.ts";

const MOST_NOTICES = 50;

export const legumerieRequestsRouter = router({
  ofCanteen: canteenProcedure("orders.read").query(({ ctx }) =>
    readCanteenLegumeries(ctx.action.reader, { canteenId: ctx.canteenId, today: ctx.action.today }),
  ),
  ask: canteenProcedure("orders.draft")
    .input(z.object({ request: requestSchema }))
    .mutation(({ ctx, input }) => askOfLegumerie(ctx.action, ctx.canteenId, input.request)),
  cancel: canteenProcedure("orders.draft")
    .input(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) => cancelRequest(ctx.action, { canteenId: ctx.canteenId, id: input.id })),
  readNotices: canteenProcedure("orders.draft")
    .input(z.object({ ids: z.array(idSchema).check(z.minLength(1), z.maxLength(MOST_NOTICES)) }))
    .mutation(({ ctx, input }) =>
      markNoticesRead(ctx.action.db, { canteenId: ctx.canteenId, ids: input.ids, on: ctx.action.today }),
    ),
  open: legumerieProcedure("legumerie.read").query(async ({ ctx }) =>
    readOpenRequests(ctx.action.reader, {
      legumerieId: ctx.legumerieId,
      today: ctx.action.today,
      visible: await visibleCanteens(ctx.action.reader, ctx),
    }),
  ),
  answer: legumerieProcedure("legumerie.write")
    .input(z.object({ answer: requestAnswerSchema }))
    .mutation(({ ctx, input }) => answerRequest(ctx.action, ctx.legumerieId, input.answer)),
  refuse: legumerieProcedure("legumerie.write")
    .input(z.object({ refusal: lateRefusalSchema }))
    .mutation(({ ctx, input }) => refuseDelivered(ctx.action, ctx.legumerieId, input.refusal)),
});
