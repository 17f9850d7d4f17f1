import * as z from "zod/mini";
import { listCanteenGroups, listCanteenGroupsAmong } from "../../db/queries/canteen-groups.ts";
import { canteenGroupSaveSchema } from "../../shared/canteen-groups.ts";
import { idSchema } from "../../shared/ids.ts";
import { removeCanteenGroup, saveCanteenGroup } from "../actions/save-canteen-group.ts";
import { organisationProcedure, router, territoryProcedure } from "../trpc.ts";

/** Named sets of canteens: what figures may be narrowed to. */
export const canteenGroupsRouter = router({
  /** Those that hold canteens whose figures the caller reads, with these canteens alone. */
  list: territoryProcedure("figures.read").query(({ ctx }) =>
    listCanteenGroupsAmong(ctx.action.reader, ctx.canteenIds),
  ),
  listOfOrganisation: organisationProcedure("organisation.write").query(({ ctx }) =>
    listCanteenGroups(ctx.action.reader, [ctx.organisationId]),
  ),
  save: organisationProcedure("organisation.write")
    .input(canteenGroupSaveSchema)
    .mutation(({ ctx, input }) =>
      saveCanteenGroup(ctx.action, { ...input, organisationId: ctx.organisationId }),
    ),
  remove: organisationProcedure("organisation.write")
    .input(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) =>
      removeCanteenGroup(ctx.action, { ...input, organisationId: ctx.organisationId }),
    ),
});
