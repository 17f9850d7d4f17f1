import { mapFilterSchema, mapFlowsSchema } from "../../shared/map.ts";
import { rangeOf } from "../../shared/periods.ts";
import { readMap, readMapFlows } from "../actions/read-map.ts";
import { readOutlines } from "../actions/read-outlines.ts";
import { router, territoryProcedure } from "../trpc.ts";

/** What the map draws; every figure of it is in the table beside. */
export const mapRouter = router({
  figures: territoryProcedure("figures.read")
    .input(mapFilterSchema)
    .query(({ ctx, input }) => {
      const { reader, today } = ctx.action;
      const { period, family } = input;
      return readMap(reader, ctx.canteenIds, { range: rangeOf(period, today), family, today });
    }),

  flows: territoryProcedure("figures.read")
    .input(mapFlowsSchema)
    .query(({ ctx, input }) => {
      const { reader, today } = ctx.action;
      const { period, family, canteenId } = input;
      return readMapFlows(reader, ctx.canteenIds, { range: rangeOf(period, today), family, canteenId });
    }),

  outlines: territoryProcedure("figures.read").query(({ ctx }) =>
    readOutlines(ctx.action.reader, ctx.canteenIds),
  ),
});
