import { deleteSession, deleteSessionsOfUser } from "../../db/queries/sessions.ts";
import { searchTerritories } from "../../db/queries/territories.ts";
import { hasUsers, updateUserLocale } from "../../db/queries/users.ts";
import {
  changePasswordSchema,
  firstAdministratorSchema,
  setLocaleSchema,
  signInSchema,
} from "../../shared/session.ts";
import { territorySearchSchema } from "../../shared/territories.ts";
import { changePassword } from "../actions/change-password.ts";
import { createFirstAdministrator } from "../actions/create-first-administrator.ts";
import { readSessionState } from "../actions/session-state.ts";
import { openSession, signIn } from "../actions/sign-in.ts";
import { AppError } from "../app-error.ts";
import {
  ownAccountProcedure,
  publicProcedure,
  router,
  signedInProcedure,
  unbatchedOwnAccountProcedure,
  unbatchedProcedure,
} from "../trpc.ts";

/** Who is signed in; signing in and out. */
export const sessionRouter = router({
  current: publicProcedure.query(({ ctx }) => readSessionState(ctx.action, ctx, ctx.demoAccounts)),

  /** `codeNeeded`: the password is right, and no session opens before the code of the second step. */
  signIn: unbatchedProcedure.input(signInSchema).mutation(async ({ ctx, input }) => {
    const { address, device, session, limits } = ctx;
    const attempt = { ...input, address, device, formerTokenHash: session.tokenHash };
    const token = await signIn(ctx.action, limits, attempt);
    if (token !== null) session.set(token);
    return { codeNeeded: token === null };
  }),

  signOut: publicProcedure.mutation(async ({ ctx }) => {
    if (ctx.session.tokenHash !== null) await deleteSession(ctx.action.db, ctx.session.tokenHash);
    ctx.session.clear();
  }),

  signOutEverywhere: ownAccountProcedure.mutation(async ({ ctx }) => {
    await deleteSessionsOfUser(ctx.action.db, { userId: ctx.user.id, keep: null });
    ctx.session.clear();
  }),

  createFirstAdministrator: unbatchedProcedure
    .input(firstAdministratorSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.limits.consume("signInAddress", ctx.address);
      const userId = await createFirstAdministrator(ctx.action, input);
      ctx.session.set(await openSession(ctx.action, { userId, formerTokenHash: null, device: ctx.device }));
    }),

  /** What the first organisation may act for; closed as soon as someone has an account. */
  searchTerritories: publicProcedure.input(territorySearchSchema).query(async ({ ctx, input }) => {
    if (await hasUsers(ctx.action.reader)) throw new AppError("CONFLICT", { reason: "has-accounts" });
    return await searchTerritories(ctx.action.reader, input);
  }),

  setLocale: signedInProcedure.input(setLocaleSchema).mutation(async ({ ctx, input }) => {
    await updateUserLocale(ctx.action.db, { id: ctx.user.id, locale: input.locale });
  }),

  changePassword: unbatchedOwnAccountProcedure
    .input(changePasswordSchema)
    .mutation(async ({ ctx, input }) => {
      const { id, email, name } = ctx.user;
      await changePassword(ctx.action, ctx.limits, {
        ...input,
        id,
        email,
        name,
        keep: ctx.session.tokenHash,
      });
    }),
});
