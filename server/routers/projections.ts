import { yearOf } from "../../shared/calendar.ts";
import { projectionAskedSchema } from "../../shared/projections.ts";
import { readProjection } from "../actions/read-projection.ts";
import { canteenProcedure, router, territoryProcedure } from "../trpc.ts";

/** Where the rates of a year go, and what their targets ask of the rest of it. */
export const projectionsRouter = router({
  canteen: canteenProcedure("figures.read")
    .input(projectionAskedSchema)
    .query(({ ctx, input }) => {
      const { reader, today } = ctx.action;
      const { year, basis } = input;
      const { canteenId } = ctx;
      const canteenIds = [canteenId];
      return readProjection(reader, { canteenIds, canteenId, year: year ?? yearOf(today), basis, today });
    }),

  territory: territoryProcedure("figures.read")
    .input(projectionAskedSchema)
    .query(({ ctx, input }) => {
      const { reader, today } = ctx.action;
      const { year, basis } = input;
      const { canteenIds } = ctx;
      return readProjection(reader, {
        canteenIds,
        canteenId: null,
        year: year ?? yearOf(today),
        basis,
        today,
      });
    }),
});
