import * as z from "zod/mini";
import { listLocalDefinitions } from "../../db/queries/local-definitions.ts";
import { idSchema } from "../../shared/ids.ts";
import { localDefinitionSaveSchema } from "../../shared/local-definitions.ts";
import { removeLocalDefinition, saveLocalDefinition } from "../actions/save-local-definition.ts";
import { organisationProcedure, router } from "../trpc.ts";

export const localDefinitionsRouter = router({
  list: organisationProcedure("organisation.write").query(({ ctx }) =>
    listLocalDefinitions(ctx.action.reader, ctx.organisationId),
  ),
  save: organisationProcedure("organisation.write")
    .input(localDefinitionSaveSchema)
    .mutation(({ ctx, input }) =>
      saveLocalDefinition(ctx.action, { ...input, organisationId: ctx.organisationId }),
    ),
  remove: organisationProcedure("organisation.write")
    .input(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) =>
      removeLocalDefinition(ctx.action, { ...input, organisationId: ctx.organisationId }),
    ),
});
