import { listTerritoriesWithin } from "../../db/queries/territories.ts";
import { organisationSaveSchema } from "../../shared/organisations.ts";
import { readOrganisation, saveOrganisation } from "../actions/save-organisation.ts";
import { organisationProcedure, router } from "../trpc.ts";

export const organisationsRouter = router({
  get: organisationProcedure("organisation.write").query(({ ctx }) =>
    readOrganisation(ctx.action.reader, ctx.organisationId),
  ),

  /** Territories the administrator may give roles on, by name; empty while the organisation acts for none. */
  territories: organisationProcedure("organisation.write").query(async ({ ctx }) => {
    const { territory } = await readOrganisation(ctx.action.reader, ctx.organisationId);
    return territory === null ? [] : await listTerritoriesWithin(ctx.action.reader, territory.code);
  }),

  save: organisationProcedure("organisation.write")
    .input(organisationSaveSchema)
    .mutation(({ ctx, input }) =>
      saveOrganisation(ctx.action, { ...input, organisationId: ctx.organisationId }),
    ),
});
