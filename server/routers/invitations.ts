import { findTwoStep } from "../../db/queries/two-steps.ts";
import { acceptInvitationSchema, openInvitationSchema } from "../../shared/invitations.ts";
import { acceptInvitation, openInvitation } from "../actions/invitations.ts";
import { openSession } from "../actions/sign-in.ts";
import { router, unbatchedProcedure } from "../trpc.ts";

/** Links by which people choose their password. Reading one is a mutation too: no address holds its token. */
export const invitationsRouter = router({
  open: unbatchedProcedure.input(openInvitationSchema).mutation(async ({ ctx, input }) => {
    await ctx.limits.consume("signInAddress", ctx.address);
    return await openInvitation(ctx.action, input.token);
  }),

  /** `codeNeeded`: the person's second step is still asked for, at sign-in; no session is open. */
  accept: unbatchedProcedure.input(acceptInvitationSchema).mutation(async ({ ctx, input }) => {
    await ctx.limits.consume("signInAddress", ctx.address);
    const userId = await acceptInvitation(ctx.action, input);
    const codeNeeded = ((await findTwoStep(ctx.action.db, userId))?.confirmed_at ?? null) !== null;
    const { device, session } = ctx;
    if (!codeNeeded)
      session.set(await openSession(ctx.action, { userId, formerTokenHash: session.tokenHash, device }));
    return { codeNeeded };
  }),
});
