import * as z from "zod/mini";
import { idSchema } from "../../shared/ids.ts";
import { orderTemplateRenameSchema, orderTemplateSchema } from "../../shared/order-templates.ts";
import {
  deleteOrderTemplate,
  renameOrderTemplate,
  restoreOrderTemplate,
  saveOrderTemplate,
} from "../actions/save-order-template.ts";
import { canteenProcedure, router } from "../trpc.ts";

const templateKey = z.object({ templateId: idSchema });

/** They are read with `orders.catalogue`: the page needs them with the articles, offline too. */
export const orderTemplatesRouter = router({
  save: canteenProcedure("orders.draft")
    .input(z.object({ template: orderTemplateSchema }))
    .mutation(({ ctx, input }) => saveOrderTemplate(ctx.action, ctx.canteenId, input.template)),

  rename: canteenProcedure("orders.draft")
    .input(orderTemplateRenameSchema)
    .mutation(({ ctx, input }) => renameOrderTemplate(ctx.action, { ...input, canteenId: ctx.canteenId })),

  delete: canteenProcedure("orders.draft")
    .input(templateKey)
    .mutation(({ ctx, input }) => deleteOrderTemplate(ctx.action, { ...input, canteenId: ctx.canteenId })),

  restore: canteenProcedure("orders.draft")
    .input(templateKey)
    .mutation(({ ctx, input }) => restoreOrderTemplate(ctx.action, { ...input, canteenId: ctx.canteenId })),
});
