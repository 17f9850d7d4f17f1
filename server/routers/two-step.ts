import { confirmTwoStepSchema, provenSchema } from "../../shared/two-step.ts";
import {
  proveTwoStep,
  readTwoStep,
  remakeRecoveryCodes,
  removeTwoStep,
  requirePassword,
  startTwoStep,
} from "../actions/two-step.ts";
import { router, signedInProcedure, unbatchedSignedInProcedure } from "../trpc.ts";

/** With one's own password once more. */
const provenProcedure = unbatchedSignedInProcedure.input(provenSchema).use(async ({ ctx, input, next }) => {
  await requirePassword(ctx.action, ctx.limits, { ...ctx.user, ...input });
  return await next();
});

/** The second step of one's own sign-in. */
export const twoStepRouter = router({
  state: signedInProcedure.query(({ ctx }) => readTwoStep(ctx.action, ctx.user.id)),

  /** What the person's application is given, told once. */
  start: provenProcedure.mutation(({ ctx }) => startTwoStep(ctx.action, ctx.user)),

  /** The recovery codes, told once. */
  confirm: unbatchedSignedInProcedure.input(confirmTwoStepSchema).mutation(async ({ ctx, input }) => {
    await ctx.limits.consume("signInAccount", ctx.user.email);
    return await proveTwoStep(ctx.action, { userId: ctx.user.id, code: input.code });
  }),

  remakeRecoveryCodes: provenProcedure.mutation(({ ctx }) => remakeRecoveryCodes(ctx.action, ctx.user.id)),

  remove: provenProcedure.mutation(({ ctx }) => removeTwoStep(ctx.action, ctx.user.id)),
});
