import * as z from "zod/mini";
import { listTargetsOfCanteens } from "../../db/queries/targets.ts";
import { idSchema } from "../../shared/ids.ts";
import { targetSaveSchema } from "../../shared/targets.ts";
import { removeTarget, saveTarget } from "../actions/save-target.ts";
import { canteenProcedure, organisationProcedure, router, territoryProcedure } from "../trpc.ts";

const targetId = z.object({ id: idSchema });

/** Own targets; the legal ones are data of shared/law. */
export const targetsRouter = router({
  /** Of the caller's canteens, and of their organisations as a whole. */
  list: territoryProcedure("targets.read").query(({ ctx }) =>
    listTargetsOfCanteens(ctx.action.reader, {
      canteenIds: ctx.canteenIds,
      organisationIds: ctx.scopes
        .filter(({ scopeKind }) => scopeKind === "organisation")
        .map(({ scopeId }) => scopeId),
      year: null,
    }),
  ),

  saveOfCanteen: canteenProcedure("targets.write")
    .input(targetSaveSchema)
    .mutation(({ ctx, input }) => saveTarget(ctx.action, { canteenId: ctx.canteenId }, input)),

  removeOfCanteen: canteenProcedure("targets.write")
    .input(targetId)
    .mutation(({ ctx, input }) => removeTarget(ctx.action, { canteenId: ctx.canteenId }, input.id)),

  /** The whole organisation's: its administrators only. */
  saveOfOrganisation: organisationProcedure("organisation.write")
    .input(targetSaveSchema)
    .mutation(({ ctx, input }) =>
      saveTarget(ctx.action, { organisationId: ctx.organisationId }, { id: input.id, input: input.input }),
    ),

  removeOfOrganisation: organisationProcedure("organisation.write")
    .input(targetId)
    .mutation(({ ctx, input }) => removeTarget(ctx.action, { organisationId: ctx.organisationId }, input.id)),
});
