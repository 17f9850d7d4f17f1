import * as z from "zod/mini";
import { listImportsOfCanteen } from "../../db/queries/imports.ts";
import { idSchema } from "../../shared/ids.ts";
import { importPreviewSchema } from "../../shared/imports.ts";
import { previewImport } from "../actions/preview-import.ts";
import { undoImport } from "../actions/undo-import.ts";
import { canteenProcedure, router } from "../trpc.ts";

const LISTED = 100;

export const importsRouter = router({
  list: canteenProcedure("imports.write").query(({ ctx }) =>
    listImportsOfCanteen(ctx.action.reader, { canteenId: ctx.canteenId, limit: LISTED }),
  ),

  preview: canteenProcedure("imports.write")
    .input(importPreviewSchema)
    .query(({ ctx, input }) => previewImport(ctx.action, { ...input, canteenId: ctx.canteenId })),

  undo: canteenProcedure("imports.write")
    .input(z.object({ importId: idSchema }))
    .mutation(async ({ ctx, input }) =>
      undoImport(ctx.action, {
        importId: input.importId,
        canteenId: ctx.canteenId,
        writable: await ctx.visibleCanteenIds("imports.write"),
      }),
    ),
});
