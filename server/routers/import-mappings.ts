import * as z from "zod/mini";
import { importInspectSchema, saveMappingSchema } from "../../shared/imports.ts";
import { forgetMapping, inspectDropped, saveMapping } from "../actions/import-mapping.ts";
import { canteenProcedure, router } from "../trpc.ts";

/** How files are read: found out, kept for the next of the same columns, forgotten. */
export const importMappingsRouter = router({
  inspect: canteenProcedure("imports.write")
    .input(importInspectSchema)
    .query(({ ctx, input }) => inspectDropped(ctx.action, { ...input, canteenId: ctx.canteenId })),

  save: canteenProcedure("imports.write")
    .input(saveMappingSchema)
    .mutation(({ ctx, input }) => saveMapping(ctx.action, { ...input, canteenId: ctx.canteenId })),

  forget: canteenProcedure("imports.write")
    .input(z.pick(saveMappingSchema, { fileId: true }))
    .mutation(({ ctx, input }) => forgetMapping(ctx.action, { ...input, canteenId: ctx.canteenId })),
});
