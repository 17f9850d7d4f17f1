import * as z from "zod/mini";
import { listFigureSuppliers } from "../../db/queries/figures.ts";
import { idSchema } from "../../shared/ids.ts";
import { lineFilterSchema } from "../../shared/line-search.ts";
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

  /** Suppliers the caller's canteens, or one of them, ever bought from: what the lines may be narrowed to. */
  suppliers: territoryProcedure("orders.read")
    .input(z.object({ canteenId: z.nullish(idSchema) }))
    .query(({ ctx, input }) =>
      listFigureSuppliers(ctx.action.reader, {
        canteenIds: ctx.canteenIds.filter((id) => !input.canteenId || id === input.canteenId),
        fromMonth: null,
        toMonth: null,
      }),
    ),
});
