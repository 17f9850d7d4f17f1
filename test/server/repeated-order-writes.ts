import { newId } from "../../shared/ids.ts";
import { anOrderLine } from "../support/seed.ts";
import type { RepeatedWrite } from "./repeated-writes.ts";

const EXTRA = anOrderLine({ description: "Poireaux", quantityMilli: 3_000 });
const TEMPLATE = newId();

/** In the order of a day: each starts from what the ones before it did. */
export const ORDER_WRITES: readonly RepeatedWrite[] = [
  {
    name: "a new order",
    procedure: "orders.save",
    input: ({ canteenId, order }) => ({ canteenId, order }),
    adds: 1,
  },
  {
    name: "an order edited",
    procedure: "orders.save",
    input: ({ canteenId, order }) => ({
      canteenId,
      order: { ...order, version: 1, lines: [...order.lines, EXTRA] },
    }),
    adds: 1,
  },
  {
    name: "an order saved again as it is",
    procedure: "orders.save",
    input: ({ canteenId, order }) => ({
      canteenId,
      order: { ...order, version: 2, lines: [...order.lines, EXTRA] },
    }),
    adds: 0,
  },
  {
    name: "an order deleted",
    procedure: "orders.delete",
    input: ({ canteenId, order }) => ({ canteenId, orderId: order.id }),
    adds: 1,
  },
  {
    name: "an order brought back",
    procedure: "orders.restore",
    input: ({ canteenId, order }) => ({ canteenId, orderId: order.id }),
    adds: 1,
  },
  {
    name: "a template of orders",
    procedure: "orderTemplates.save",
    input: ({ canteenId, order }) => ({
      canteenId,
      template: { id: TEMPLATE, supplierId: order.supplierId, name: "Lundi", lines: order.lines },
    }),
    adds: 1,
  },
  {
    name: "a template renamed",
    procedure: "orderTemplates.rename",
    input: ({ canteenId }) => ({ canteenId, templateId: TEMPLATE, name: "Mardi" }),
    adds: 1,
  },
  {
    name: "a template thrown away",
    procedure: "orderTemplates.delete",
    input: ({ canteenId }) => ({ canteenId, templateId: TEMPLATE }),
    adds: 1,
  },
  {
    name: "a template brought back",
    procedure: "orderTemplates.restore",
    input: ({ canteenId }) => ({ canteenId, templateId: TEMPLATE }),
    adds: 1,
  },
];
