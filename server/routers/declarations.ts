import { listFrozenYears } from "../../db/queries/declarations.ts";
import { declarationKeySchema, declareSchema, reopenSchema } from "../../shared/declarations.ts";
import { declareYear, reopenYear } from "../actions/declare-year.ts";
import { readDeclaration } from "../actions/read-declaration.ts";
import { canteenProcedure, router } from "../trpc.ts";

/** The yearly declaration of a canteen, and the years it freezes. */
export const declarationsRouter = router({
  get: canteenProcedure("figures.read")
    .input(declarationKeySchema)
    .query(async ({ ctx, input }) =>
      readDeclaration(ctx.action.reader, {
        canteenId: ctx.canteenId,
        year: input.year,
        today: ctx.action.today,
        names: (await ctx.visibleCanteenIds("audit.read")).includes(ctx.canteenId),
      }),
    ),

  frozenYears: canteenProcedure("orders.read").query(({ ctx }) =>
    listFrozenYears(ctx.action.reader, ctx.canteenId),
  ),

  declare: canteenProcedure("declarations.write")
    .input(declareSchema)
    .mutation(({ ctx, input }) => declareYear(ctx.action, ctx.canteenId, input)),

  reopen: canteenProcedure("declarations.reopen")
    .input(reopenSchema)
    .mutation(({ ctx, input }) => reopenYear(ctx.action, ctx.canteenId, input)),
});
