import { createUserSchema } from "../../shared/grants.ts";
import {
  eraseUserSchema,
  namingTextsSchema,
  resetPasswordSchema,
  resetTwoStepSchema,
  setDisabledSchema,
} from "../../shared/users.ts";
import { erasePerson } from "../actions/erase-user.ts";
import { listNamingTexts } from "../actions/naming-texts.ts";
import { resetTwoStep } from "../actions/two-step.ts";
import { createUser, listUsers, resetPassword, setUserDisabled } from "../actions/users.ts";
import { refuseDemoPerson } from "../demo-account.ts";
import { organisationProcedure, router } from "../trpc.ts";

/** Accounts of an organisation, for its administrators. */
export const usersRouter = router({
  list: organisationProcedure("organisation.write").query(({ ctx }) =>
    listUsers(ctx.action, ctx.organisationId),
  ),

  /** `invitation` of the answer: the token of a link, shown once; null when a password was given. */
  create: organisationProcedure("organisation.write")
    .input(createUserSchema)
    .mutation(({ ctx, input }) => createUser(ctx.action, ctx.organisationId, input)),

  setDisabled: organisationProcedure("organisation.write")
    .input(setDisabledSchema)
    .mutation(async ({ ctx, input }) => {
      if (input.disabled) await refuseDemoPerson(ctx, input.userId);
      await setUserDisabled(ctx.action, { ...ctx, userId: input.userId }, input.disabled);
    }),

  /** Where the person's name, or a part of it, stands in what people wrote: to be looked at before they are erased. */
  namingTexts: organisationProcedure("organisation.write")
    .input(namingTextsSchema)
    .query(({ ctx, input }) => listNamingTexts(ctx.action, { ...ctx, userId: input.userId })),

  erase: organisationProcedure("organisation.write")
    .input(eraseUserSchema)
    .mutation(async ({ ctx, input }) => {
      await refuseDemoPerson(ctx, input.userId);
      await erasePerson(ctx.action, { ...ctx, userId: input.userId }, input.texts);
    }),

  /** For who can no longer give the code that sign-in asks for. */
  resetTwoStep: organisationProcedure("organisation.write")
    .input(resetTwoStepSchema)
    .mutation(({ ctx, input }) => resetTwoStep(ctx.action, { ...ctx, userId: input.userId })),

  resetPassword: organisationProcedure("organisation.write")
    .input(resetPasswordSchema)
    .mutation(async ({ ctx, input }) => {
      await refuseDemoPerson(ctx, input.userId);
      return await resetPassword(ctx.action, { ...ctx, userId: input.userId }, input.password);
    }),
});
