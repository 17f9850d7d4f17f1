import { deletePasskey, listPasskeys } from "../../db/queries/passkeys.ts";
import {
  addPasskeySchema,
  passkeySignInSchema,
  removePasskeySchema,
  startPasskeySignInSchema,
} from "../../shared/passkeys.ts";
import { addPasskey, signInWithPasskey, startPasskey, startPasskeySignIn } from "../actions/passkeys.ts";
import { provenProcedure } from "../proven-procedure.ts";
import { router, signedInProcedure, unbatchedOwnAccountProcedure, unbatchedProcedure } from "../trpc.ts";

/** Passkeys of one's own account, and signing in with one. */
export const passkeysRouter = router({
  list: signedInProcedure.query(({ ctx }) => listPasskeys(ctx.action.reader, ctx.user.id)),

  start: provenProcedure.mutation(({ ctx }) => startPasskey(ctx.action, ctx)),

  add: unbatchedOwnAccountProcedure
    .input(addPasskeySchema)
    .mutation(({ ctx, input }) =>
      addPasskey(ctx.action, { ...input, userId: ctx.user.id, origin: ctx.origin }),
    ),

  /** One of somebody else, like one that is gone, is left as it is. */
  remove: signedInProcedure
    .input(removePasskeySchema)
    .mutation(({ ctx, input }) => deletePasskey(ctx.action.db, { userId: ctx.user.id, id: input.id })),

  startSignIn: unbatchedProcedure.input(startPasskeySignInSchema).mutation(async ({ ctx }) => {
    await ctx.limits.consume("signInAddress", ctx.address);
    return await startPasskeySignIn(ctx.action, ctx);
  }),

  /** Each answers one `startSignIn`, which is counted. */
  signIn: unbatchedProcedure.input(passkeySignInSchema).mutation(async ({ ctx, input }) => {
    const { device, origin, session } = ctx;
    const attempt = { ...input, device, origin, formerTokenHash: session.tokenHash };
    session.set(await signInWithPasskey(ctx.action, attempt));
  }),
});
