import * as z from "zod/mini";
import { listFigureSuppliers } from "../../db/queries/figures.ts";
import { lineFilterSchema } from "../../shared/drill-down.ts";
import { periodSchema, rangeOf } from "../../shared/periods.ts";
import { readFigureLines } from "../actions/read-lines.ts";
import { canteenProcedure, router, territoryProcedure } from "../trpc.ts";

const asked = z.object({ filter: z._default(lineFilterSchema, {}) });

/** The lines behind any figure: the same predicate as the sum, to the cent. */
export const linesRouter = router({
  canteen: canteenProcedure("orders.read")
    .input(asked)
    .query(({ ctx, input }) => readFigureLines(ctx.action.reader, [ctx.canteenId], input.filter)),

  territory: territoryProcedure("orders.read")
    .input(asked)
    .query(({ ctx, input }) => readFigureLines(ctx.action.reader, ctx.canteenIds, input.filter)),

  /** Suppliers that the lines of a period may be narrowed to. */
  suppliers: territoryProcedure("orders.read")
    .input(z.object({ period: z._default(periodSchema, {}) }))
    .query(({ ctx, input }) =>
      listFigureSuppliers(ctx.action.reader, {
        canteenIds: ctx.canteenIds,
        ...rangeOf(input.period, ctx.action.today),
      }),
    ),
});
