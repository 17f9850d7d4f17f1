import { grantToUserSchema, revokeGrantSchema } from "../../shared/grants.ts";
import { grantRole, revokeGrant } from "../actions/grants.ts";
import { refuseDemoGrant, refuseDemoPerson } from "../demo-account.ts";
import { organisationProcedure, router } from "../trpc.ts";

/** Roles on scopes, given and taken back by an organisation's administrators. */
export const grantsRouter = router({
  grant: organisationProcedure("organisation.write")
    .input(grantToUserSchema)
    .mutation(async ({ ctx, input }) => {
      await refuseDemoPerson(ctx, input.userId);
      await grantRole(ctx.action, { ...ctx, userId: input.userId }, input.grant);
    }),

  revoke: organisationProcedure("organisation.write")
    .input(revokeGrantSchema)
    .mutation(async ({ ctx, input }) => {
      await refuseDemoGrant(ctx, input.grantId);
      await revokeGrant(ctx.action, ctx.organisationId, input.grantId);
    }),
});
