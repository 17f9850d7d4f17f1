import * as z from "zod/mini";
import { countedDayField, dateField } from "../../shared/fields.ts";
import { capacitySchema } from "../../shared/legumerie/capacity.ts";
import { readCapacities, removeCapacity, saveCapacity } from "../actions/legumerie-capacity.ts";
import { readWeek } from "../actions/legumerie-plan.ts";
import { visibleCanteens } from "../actions/legumerie-scopes.ts";
import { legumerieProcedure, router } from "../trpc.ts";

const read = legumerieProcedure("legumerie.read");
const write = legumerieProcedure("legumerie.write");

export const legumeriePlanRouter = router({
  capacities: read.query(({ ctx }) => readCapacities(ctx.action.reader, ctx.legumerieId)),
  week: read.input(z.object({ monday: countedDayField })).query(async ({ ctx, input }) =>
    readWeek(ctx.action.reader, {
      ...input,
      today: ctx.action.today,
      visible: await visibleCanteens(ctx.action.reader, ctx),
    }),
  ),
  saveCapacity: write
    .input(z.object({ capacity: capacitySchema }))
    .mutation(({ ctx, input }) => saveCapacity(ctx.action, ctx.legumerieId, input.capacity)),
  removeCapacity: write
    .input(z.object({ validFrom: dateField }))
    .mutation(({ ctx, input }) => removeCapacity(ctx.action, input)),
});
