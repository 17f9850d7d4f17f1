import { tracked } from "@trpc/server";
import * as z from "zod/mini";
import { listImportDrafts, setImportDraftsThrown } from "../../db/queries/import-drafts.ts";
import { setImportRunSeen } from "../../db/queries/import-runs.ts";
import { listImportsOfCanteen } from "../../db/queries/imports.ts";
import { idSchema } from "../../shared/ids.ts";
import { importStartSchema } from "../../shared/import-runs.ts";
import { importInspectSchema, importReadingSchema, saveMappingSchema } from "../../shared/imports.ts";
import { forgetMapping, inspectDropped, saveMapping } from "../actions/import-mapping.ts";
import { previewImport } from "../actions/preview-import.ts";
import { readImportDraft } from "../actions/read-import-draft.ts";
import { cancelImport, followImportRun, listImportRuns } from "../actions/read-import-runs.ts";
import { startImport } from "../actions/run-import.ts";
import { undoImport } from "../actions/undo-import.ts";
import { canteenProcedure, router } from "../trpc.ts";

const LISTED = 100;
const LISTED_DRAFTS = 500;

const importKey = z.object({ importId: idSchema });

export const importsRouter = router({
  list: canteenProcedure("imports.write").query(({ ctx }) =>
    listImportsOfCanteen(ctx.action.reader, { canteenId: ctx.canteenId, limit: LISTED }),
  ),

  inspect: canteenProcedure("imports.write")
    .input(importInspectSchema)
    .query(({ ctx, input }) => inspectDropped(ctx.action, { ...input, canteenId: ctx.canteenId })),

  saveMapping: canteenProcedure("imports.write")
    .input(saveMappingSchema)
    .mutation(({ ctx, input }) => saveMapping(ctx.action, { ...input, canteenId: ctx.canteenId })),

  forgetMapping: canteenProcedure("imports.write")
    .input(z.pick(saveMappingSchema, { fileId: true }))
    .mutation(({ ctx, input }) => forgetMapping(ctx.action, { ...input, canteenId: ctx.canteenId })),

  preview: canteenProcedure("imports.write")
    .input(importReadingSchema)
    .query(({ ctx, input }) => previewImport(ctx.action, { ...input, canteenId: ctx.canteenId })),

  undo: canteenProcedure("imports.write")
    .input(importKey)
    .mutation(async ({ ctx, input }) =>
      undoImport(ctx.action, {
        importId: input.importId,
        canteenId: ctx.canteenId,
        writable: await ctx.visibleCanteenIds("imports.write"),
      }),
    ),

  /** Begins an import that goes on by itself. */
  start: canteenProcedure("imports.write")
    .input(importStartSchema)
    .mutation(({ ctx, input }) =>
      startImport(ctx.action, { ...input, canteenId: ctx.canteenId }, ctx.reportBug),
    ),

  /** Imports under way, or whose end is still to be told. */
  runs: canteenProcedure("imports.write").query(({ ctx }) => listImportRuns(ctx.action, ctx.canteenId)),

  follow: canteenProcedure("imports.write")
    .input(z.object({ ...importKey.shape, lastEventId: z.nullish(z.string()) }))
    .subscription(async function* ({ ctx, input }) {
      const key = { canteenId: ctx.canteenId, id: input.importId };
      let event = 0;
      for await (const run of followImportRun(ctx.action, key)) yield tracked(String(++event), run);
    }),

  cancel: canteenProcedure("imports.write")
    .input(importKey)
    .mutation(({ ctx, input }) => cancelImport(ctx.action, { canteenId: ctx.canteenId, id: input.importId })),

  dismiss: canteenProcedure("imports.write")
    .input(importKey)
    .mutation(({ ctx, input }) =>
      setImportRunSeen(ctx.action.db, { canteenId: ctx.canteenId, id: input.importId }, ctx.action.now),
    ),

  drafts: canteenProcedure("imports.write").query(({ ctx }) =>
    listImportDrafts(ctx.action.reader, { canteenId: ctx.canteenId, limit: LISTED_DRAFTS }),
  ),

  draft: canteenProcedure("imports.write")
    .input(z.object({ draftId: idSchema }))
    .query(({ ctx, input }) => readImportDraft(ctx.action, { canteenId: ctx.canteenId, id: input.draftId })),

  /** Nobody wants to correct these any more; `thrown: false` takes them back. */
  throwDrafts: canteenProcedure("imports.write")
    .input(z.object({ draftIds: z.array(idSchema).check(z.maxLength(LISTED_DRAFTS)), thrown: z.boolean() }))
    .mutation(({ ctx, input }) =>
      setImportDraftsThrown(
        ctx.action.db,
        { canteenId: ctx.canteenId, ids: input.draftIds },
        input.thrown ? ctx.action.now : null,
      ),
    ),
});
