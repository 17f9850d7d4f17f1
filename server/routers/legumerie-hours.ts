import * as z from "zod/mini";
import { monthHoursSchema } from "../../shared/legumerie/hours.ts";
import { readYearHours, saveMonthHours } from "../actions/legumerie-hours.ts";
import { legumerieProcedure, router, scopesHolding } from "../trpc.ts";

export const legumerieHoursRouter = router({
  ofYear: legumerieProcedure("legumerie.read")
    .input(z.object({ year: z.int().check(z.minimum(2000), z.maximum(2100)) }))
    .query(({ ctx, input }) =>
      readYearHours(ctx.action.reader, {
        ...input,
        writers: scopesHolding(ctx.grants, "legumerie.write"),
      }),
    ),
  save: legumerieProcedure("legumerie.write")
    .input(z.object({ hours: monthHoursSchema }))
    .mutation(({ ctx, input }) => saveMonthHours(ctx.action, ctx.legumerieId, input.hours)),
});
