import * as z from "zod/mini";
import { listImportDrafts, setImportDraftsThrown } from "../../db/queries/import-drafts.ts";
import { idSchema } from "../../shared/ids.ts";
import { readImportDraft } from "../actions/read-import-draft.ts";
import { canteenProcedure, router } from "../trpc.ts";

const LISTED = 500;

/** Refused rows that wait to be corrected. */
export const importDraftsRouter = router({
  list: canteenProcedure("imports.write").query(({ ctx }) =>
    listImportDrafts(ctx.action.reader, { canteenId: ctx.canteenId, limit: LISTED }),
  ),

  get: canteenProcedure("imports.write")
    .input(z.object({ draftId: idSchema }))
    .query(({ ctx, input }) => readImportDraft(ctx.action, { canteenId: ctx.canteenId, id: input.draftId })),

  /** Nobody wants to correct these any more; `thrown: false` takes them back. */
  setThrown: canteenProcedure("imports.write")
    .input(z.object({ draftIds: z.array(idSchema).check(z.maxLength(LISTED)), thrown: z.boolean() }))
    .mutation(({ ctx, input }) =>
      setImportDraftsThrown(
        ctx.action.db,
        { canteenId: ctx.canteenId, ids: input.draftIds },
        input.thrown ? ctx.action.now : null,
      ),
    ),
});
