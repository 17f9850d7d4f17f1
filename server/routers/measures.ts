import * as z from "zod/mini";
import { idSchema } from "../../shared/ids.ts";
import { measureEntrySchema, measureSaveSchema } from "../../shared/measures.ts";
import type { MeasureScopes } from "../actions/measure-reach.ts";
import { reachMeasures } from "../actions/measure-reach.ts";
import { readMeasureChoices } from "../actions/read-measure-choices.ts";
import { readMeasure, readMeasures } from "../actions/read-measures.ts";
import { addMeasureEntry, saveMeasure } from "../actions/save-measure.ts";
import { AppError } from "../app-error.ts";
import type { AppContext } from "../context.ts";
import { memberProcedure, organisationProcedure, router, scopesHolding } from "../trpc.ts";

/** Followed measures: read by who reads their figure, written by the organisation's administrators. */
export const measuresRouter = router({
  list: memberProcedure("measures.read").query(({ ctx }) =>
    readMeasures(ctx.action.reader, scopesOf(ctx), { today: ctx.action.today, named: namesPeople(ctx) }),
  ),

  get: memberProcedure("measures.read")
    .input(z.object({ id: idSchema }))
    .query(({ ctx, input }) =>
      readMeasure(ctx.action.reader, scopesOf(ctx), {
        id: input.id,
        today: ctx.action.today,
        named: namesPeople(ctx),
      }),
    ),

  /** Whom and what a measure may be tied to. */
  choices: organisationProcedure("organisation.write").query(({ ctx }) =>
    readMeasureChoices(ctx.action, ctx.organisationId),
  ),

  save: organisationProcedure("organisation.write")
    .input(measureSaveSchema)
    .mutation(({ ctx, input }) =>
      saveMeasure(ctx.action, ctx.organisationId, { id: input.id, input: input.input }),
    ),

  addEntry: memberProcedure("measures.comment")
    .input(z.object({ entry: measureEntrySchema }))
    .mutation(async ({ ctx, input: { entry } }) => {
      const reached = await reachMeasures(ctx.action.reader, scopesOf(ctx));
      const one = reached.find(({ measure }) => measure.id === entry.measureId);
      if (one === undefined) throw new AppError("NOT_FOUND");
      await addMeasureEntry(ctx.action, one.measure, entry);
    }),
});

/** Who comments is told who carries a measure and who wrote of it; an elected official meets nobody's name. */
function namesPeople({ grants }: Pick<AppContext, "grants">): boolean {
  return scopesHolding(grants, "measures.comment").length > 0;
}

function scopesOf({ grants }: Pick<AppContext, "grants">): MeasureScopes {
  return {
    figures: scopesHolding(grants, "figures.read"),
    workshops: scopesHolding(grants, "legumerie.read"),
  };
}
