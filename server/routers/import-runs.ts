import { tracked } from "@trpc/server";
import * as z from "zod/mini";
import { setImportRunSeen } from "../../db/queries/import-runs.ts";
import { idSchema } from "../../shared/ids.ts";
import { importStartSchema } from "../../shared/import-runs.ts";
import { cancelImport, followImportRun, listImportRuns } from "../actions/read-import-runs.ts";
import { startImport } from "../actions/run-import.ts";
import { canteenProcedure, router } from "../trpc.ts";

const runKey = z.object({ importId: idSchema });

export const importRunsRouter = router({
  /** Imports under way, or whose end is still to be told. */
  list: canteenProcedure("imports.write").query(({ ctx }) => listImportRuns(ctx.action, ctx.canteenId)),

  /** Begins an import that goes on by itself. */
  start: canteenProcedure("imports.write")
    .input(importStartSchema)
    .mutation(({ ctx, input }) =>
      startImport(ctx.action, { ...input, canteenId: ctx.canteenId }, ctx.reportBug),
    ),

  follow: canteenProcedure("imports.write")
    .input(z.object({ ...runKey.shape, lastEventId: z.nullish(z.string()) }))
    .subscription(async function* ({ ctx, input }) {
      const key = { canteenId: ctx.canteenId, id: input.importId };
      let event = 0;
      for await (const run of followImportRun(ctx.action, key)) {
        if (run.state !== "RUNNING") await ctx.noteWrite(true);
        yield tracked(String(++event), run);
      }
    }),

  cancel: canteenProcedure("imports.write")
    .input(runKey)
    .mutation(({ ctx, input }) => cancelImport(ctx.action, { canteenId: ctx.canteenId, id: input.importId })),

  dismiss: canteenProcedure("imports.write")
    .input(runKey)
    .mutation(({ ctx, input }) =>
      setImportRunSeen(ctx.action.db, { canteenId: ctx.canteenId, id: input.importId }, ctx.action.now),
    ),
});
