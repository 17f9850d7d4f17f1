import * as z from "zod/mini";
import { listSuppliers, searchSuppliers } from "../../db/queries/suppliers.ts";
import { idSchema } from "../../shared/ids.ts";
import { roleHolds } from "../../shared/permissions.ts";
import { supplierListSchema, supplierSaveSchema, supplierSearchSchema } from "../../shared/suppliers.ts";
import { readSupplier } from "../actions/read-supplier.ts";
import { readSupplierPurchases } from "../actions/read-supplier-purchases.ts";
import { saveSupplier } from "../actions/save-supplier.ts";
import { memberProcedure, router } from "../trpc.ts";

const SUGGESTIONS = 20;

export const suppliersRouter = router({
  list: memberProcedure("catalogue.read")
    .input(supplierListSchema)
    .query(({ ctx, input }) => listSuppliers(ctx.action.reader, input, ctx.action.today)),
  search: memberProcedure("catalogue.read")
    .input(supplierSearchSchema)
    .query(({ ctx, input }) => searchSuppliers(ctx.action.reader, { ...input, limit: SUGGESTIONS })),
  get: memberProcedure("catalogue.read")
    .input(z.object({ id: idSchema }))
    .query(async ({ ctx, input }) => {
      const mayRead = ctx.grants.some((grant) => roleHolds(grant.role, "figures.read"));
      const canteenIds = mayRead ? await ctx.visibleCanteenIds("figures.read") : null;
      const { reader, today } = ctx.action;
      return await readSupplier(reader, { id: input.id, today, canteenIds });
    }),
  purchases: memberProcedure("figures.read")
    .input(z.object({ id: idSchema }))
    .query(async ({ ctx, input }) => {
      const { reader, today } = ctx.action;
      const canteenIds = await ctx.visibleCanteenIds("figures.read");
      return await readSupplierPurchases(reader, { supplierId: input.id, canteenIds, today });
    }),
  save: memberProcedure("catalogue.write")
    .input(supplierSaveSchema)
    .mutation(async ({ ctx, input }) =>
      saveSupplier(ctx.action, { ...input, tellOf: await ctx.visibleCanteenIds("figures.read") }),
    ),
});
