import { patRemoveSchema, patSaveSchema } from "../../shared/pats.ts";
import { listShownPats, removePat, savePat } from "../actions/save-pat.ts";
import { organisationProcedure, router } from "../trpc.ts";

/** Projets alimentaires territoriaux, drawn by the organisation. */
export const patsRouter = router({
  list: organisationProcedure("organisation.write").query(({ ctx }) =>
    listShownPats(ctx.action.reader, ctx.organisationId),
  ),
  save: organisationProcedure("organisation.write")
    .input(patSaveSchema)
    .mutation(({ ctx, input }) => savePat(ctx.action, { ...input, organisationId: ctx.organisationId })),
  remove: organisationProcedure("organisation.write")
    .input(patRemoveSchema)
    .mutation(({ ctx, input }) => removePat(ctx.action, { ...input, organisationId: ctx.organisationId })),
});
