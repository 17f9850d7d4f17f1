import * as z from "zod/mini";
import { findOrder } from "../../db/queries/orders.ts";
import { isCanteenInScopes } from "../../db/queries/scopes.ts";
import type { Id } from "../../shared/ids.ts";
import { idSchema } from "../../shared/ids.ts";
import { orderListSchema, orderSchema } from "../../shared/orders.ts";
import type { Grant } from "../../shared/permissions.ts";
import type { ActionContext } from "../action-context.ts";
import { deleteOrder, restoreOrder } from "../actions/delete-order.ts";
import { readEntryCatalogue, readOrder } from "../actions/read-order.ts";
import { saveOrder } from "../actions/save-order.ts";
import { searchOrders } from "../actions/search-orders.ts";
import { AppError } from "../app-error.ts";
import { canteenProcedure, router, scopesHolding } from "../trpc.ts";

const orderKey = z.object({ orderId: idSchema });

export const ordersRouter = router({
  list: canteenProcedure("orders.read")
    .input(orderListSchema)
    .query(({ ctx, input }) => searchOrders(ctx.action.reader, ctx.canteenId, input)),

  get: canteenProcedure("orders.read")
    .input(orderKey)
    .query(({ ctx, input }) =>
      readOrder(ctx.action.reader, { canteenId: ctx.canteenId, orderId: input.orderId }),
    ),

  catalogue: canteenProcedure("orders.draft")
    .input(z.object({ supplierId: idSchema }))
    .query(({ ctx, input }) =>
      readEntryCatalogue(ctx.action, { canteenId: ctx.canteenId, supplierId: input.supplierId }),
    ),

  /** A draft needs `orders.draft`; anything that counts, or counted, needs `orders.write`. */
  save: canteenProcedure("orders.draft")
    .input(z.object({ order: orderSchema }))
    .mutation(async ({ ctx, input }) => {
      const key = { canteenId: ctx.canteenId, orderId: input.order.id };
      if (input.order.status !== "DRAFT" || !(await isDraft(ctx.action, key)))
        await requireWrite(ctx, ctx.canteenId);
      return saveOrder(ctx.action, ctx.canteenId, input.order);
    }),

  delete: canteenProcedure("orders.draft")
    .input(orderKey)
    .mutation(async ({ ctx, input }) => {
      const key = { canteenId: ctx.canteenId, orderId: input.orderId };
      if (!(await isDraft(ctx.action, key))) await requireWrite(ctx, ctx.canteenId);
      return deleteOrder(ctx.action, key);
    }),

  restore: canteenProcedure("orders.draft")
    .input(orderKey)
    .mutation(async ({ ctx, input }) => {
      const key = { canteenId: ctx.canteenId, orderId: input.orderId };
      if (!(await isDraft(ctx.action, key))) await requireWrite(ctx, ctx.canteenId);
      return restoreOrder(ctx.action, key);
    }),
});

/** An order that is not there yet is a draft as far as rights go. */
async function isDraft(action: ActionContext, key: { canteenId: Id; orderId: Id }): Promise<boolean> {
  const stored = await findOrder(action.db, key);
  return stored === undefined || stored.status === "DRAFT";
}

async function requireWrite(
  ctx: { action: ActionContext; grants: readonly Grant[] },
  canteenId: Id,
): Promise<void> {
  const scopes = scopesHolding(ctx.grants, "orders.write");
  if (!(await isCanteenInScopes(ctx.action.reader, { canteenId, scopes }))) throw new AppError("FORBIDDEN");
}
