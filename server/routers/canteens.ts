import { listCanteens, listCanteensOfOrganisation } from "../../db/queries/canteens.ts";
import { canteenSaveSchema } from "../../shared/canteens.ts";
import { saveCanteen } from "../actions/save-canteen.ts";
import { memberProcedure, organisationProcedure, router } from "../trpc.ts";

export const canteensRouter = router({
  /** Canteens whose figures the caller may read. */
  list: memberProcedure("figures.read").query(async ({ ctx }) =>
    listCanteens(ctx.action.reader, await ctx.visibleCanteenIds("figures.read")),
  ),
  listOfOrganisation: organisationProcedure("organisation.write").query(({ ctx }) =>
    listCanteensOfOrganisation(ctx.action.reader, ctx.organisationId),
  ),
  save: organisationProcedure("organisation.write")
    .input(canteenSaveSchema)
    .mutation(({ ctx, input }) => saveCanteen(ctx.action, { ...input, organisationId: ctx.organisationId })),
});
