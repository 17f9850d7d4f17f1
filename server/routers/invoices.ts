import * as z from "zod/mini";
import { listInvoices, listInvoicesOfOrders } from "../../db/queries/invoices.ts";
import { idSchema } from "../../shared/ids.ts";
import { invoiceOpenSchema } from "../../shared/invoices/opened.ts";
import { invoiceRecordSchema } from "../../shared/invoices/record.ts";
import { invoiceListSchema } from "../../shared/invoices/summary.ts";
import { openInvoice } from "../actions/open-invoice.ts";
import { readDocument } from "../actions/read-document.ts";
import { recordInvoice } from "../actions/record-invoice.ts";
import { reviewInvoice } from "../actions/review-invoice.ts";
import { attachInvoice, discardInvoice, unrecordInvoice } from "../actions/unrecord-invoice.ts";
import { canteenProcedure, router } from "../trpc.ts";

const invoiceKey = z.object({ invoiceId: idSchema });
const MAX_ORDERS = 200;

export const invoicesRouter = router({
  list: canteenProcedure("orders.draft")
    .input(invoiceListSchema)
    .query(({ ctx, input: { page, pageSize, ...filter } }) =>
      listInvoices(
        ctx.action.reader,
        { ...filter, canteenId: ctx.canteenId },
        { offset: page * pageSize, limit: pageSize },
      ),
    ),

  /** Documents behind orders, for the link from any of their lines. */
  ofOrders: canteenProcedure("orders.draft")
    .input(z.object({ orderIds: z.array(idSchema).check(z.maxLength(MAX_ORDERS)) }))
    .query(({ ctx, input }) =>
      listInvoicesOfOrders(ctx.action.reader, { canteenId: ctx.canteenId, orderIds: input.orderIds }),
    ),

  review: canteenProcedure("orders.draft")
    .input(z.extend(invoiceKey, { supplierId: z._default(z.nullable(idSchema), null) }))
    .query(({ ctx, input }) =>
      reviewInvoice(ctx.action.reader, {
        canteenId: ctx.canteenId,
        invoiceId: input.invoiceId,
        chosen: input.supplierId,
      }),
    ),

  open: canteenProcedure("imports.write")
    .input(invoiceOpenSchema)
    .mutation(({ ctx, input }) =>
      openInvoice(ctx.action, { ...input, canteenId: ctx.canteenId, read: readDocument }),
    ),

  record: canteenProcedure("imports.write")
    .input(z.object({ record: invoiceRecordSchema }))
    .mutation(({ ctx, input }) => recordInvoice(ctx.action, ctx.canteenId, input.record)),

  unrecord: canteenProcedure("imports.write")
    .input(invoiceKey)
    .mutation(({ ctx, input }) =>
      unrecordInvoice(ctx.action, { canteenId: ctx.canteenId, invoiceId: input.invoiceId }),
    ),

  /** `orderId`: null takes the document back to review. */
  attach: canteenProcedure("imports.write")
    .input(z.extend(invoiceKey, { orderId: z.nullable(idSchema) }))
    .mutation(({ ctx, input }) => attachInvoice(ctx.action, { ...input, canteenId: ctx.canteenId })),

  discard: canteenProcedure("imports.write")
    .input(invoiceKey)
    .mutation(({ ctx, input }) =>
      discardInvoice(ctx.action, { canteenId: ctx.canteenId, invoiceId: input.invoiceId }),
    ),
});
