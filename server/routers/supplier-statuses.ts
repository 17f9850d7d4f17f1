import * as z from "zod/mini";
import { idSchema } from "../../shared/ids.ts";
import { supplierStatusSaveSchema } from "../../shared/supplier-statuses.ts";
import { removeSupplierStatus, saveSupplierStatus } from "../actions/save-supplier-status.ts";
import { memberProcedure, router } from "../trpc.ts";

/** What suppliers are is read with them. */
export const supplierStatusesRouter = router({
  save: memberProcedure("catalogue.write")
    .input(supplierStatusSaveSchema)
    .mutation(async ({ ctx, input }) =>
      saveSupplierStatus(ctx.action, { ...input, tellOf: await ctx.visibleCanteenIds("figures.read") }),
    ),
  remove: memberProcedure("catalogue.write")
    .input(z.object({ id: idSchema }))
    .mutation(async ({ ctx, input }) =>
      removeSupplierStatus(ctx.action, { ...input, tellOf: await ctx.visibleCanteenIds("figures.read") }),
    ),
});
