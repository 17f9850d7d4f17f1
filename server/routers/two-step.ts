import { confirmTwoStepSchema } from "../../shared/two-step.ts";
import {
  proveTwoStep,
  readTwoStep,
  remakeRecoveryCodes,
  removeTwoStep,
  startTwoStep,
} from "../actions/two-step.ts";
import { provenProcedure } from "../proven-procedure.ts";
import { router, signedInProcedure, unbatchedOwnAccountProcedure } from "../trpc.ts";

/** The second step of one's own sign-in. */
export const twoStepRouter = router({
  state: signedInProcedure.query(({ ctx }) => readTwoStep(ctx.action, ctx.user.id)),

  /** What the person's application is given, told once. */
  start: provenProcedure.mutation(({ ctx }) => startTwoStep(ctx.action, ctx.user)),

  /** The recovery codes, told once. */
  confirm: unbatchedOwnAccountProcedure.input(confirmTwoStepSchema).mutation(async ({ ctx, input }) => {
    await ctx.limits.consume("signInAccount", ctx.user.email);
    return await proveTwoStep(ctx.action, { userId: ctx.user.id, code: input.code });
  }),

  remakeRecoveryCodes: provenProcedure.mutation(({ ctx }) => remakeRecoveryCodes(ctx.action, ctx.user.id)),

  remove: provenProcedure.mutation(({ ctx }) => removeTwoStep(ctx.action, ctx.user.id)),
});
