import * as z from "zod/mini";
import { deleteSavedView, listSavedViews, upsertSavedView } from "../../db/queries/saved-views.ts";
import { inTransaction } from "../../db/transaction.ts";
import { idSchema } from "../../shared/ids.ts";
import { MOST_SAVED_VIEWS, savedViewSchema } from "../../shared/saved-views.ts";
import { AppError } from "../app-error.ts";
import { router, signedInProcedure } from "../trpc.ts";

/** Filters that a person keeps under a name; nobody else reads them. */
export const savedViewsRouter = router({
  list: signedInProcedure.query(({ ctx }) => listSavedViews(ctx.action.reader, ctx.user.id)),

  /** Adds, renames or replaces a view. INVALID: there are too many. */
  save: signedInProcedure.input(savedViewSchema).mutation(({ ctx, input }) =>
    inTransaction(ctx.action.db, async (trx) => {
      const kept = await listSavedViews(trx, ctx.user.id);
      const isNew = kept.every(({ id }) => id !== input.id);
      if (isNew && kept.length >= MOST_SAVED_VIEWS) throw new AppError("INVALID", { reason: "too-many" });
      await upsertSavedView(trx, { userId: ctx.user.id, createdAt: ctx.action.now, view: input });
    }),
  ),

  /** Done twice, it is done once. */
  remove: signedInProcedure
    .input(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) => deleteSavedView(ctx.action.db, { userId: ctx.user.id, id: input.id })),
});
