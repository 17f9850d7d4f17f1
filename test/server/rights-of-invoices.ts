import { newId } from "../../shared/ids.ts";
import type { RightsRow } from "./rights-row.ts";

/** Procedures of the documents of a canteen. */
export const INVOICE_RIGHTS: Readonly<Record<string, RightsRow>> = {
  "invoices.attach": {
    scope: "canteen",
    right: "imports.write",
    foreign: ({ orderId }) => ({ invoiceId: orderId, orderId: null }),
  },
  "invoices.discard": { scope: "canteen", right: "imports.write", input: () => ({ invoiceId: newId() }) },
  "invoices.list": {
    scope: "canteen",
    right: "orders.draft",
    input: () => ({
      state: null,
      supplierId: null,
      from: null,
      to: null,
      differing: false,
      search: "",
      page: 0,
      pageSize: 10,
    }),
  },
  "invoices.ofOrders": {
    scope: "canteen",
    right: "orders.draft",
    input: ({ orderId }) => ({ orderIds: [orderId] }),
  },
  "invoices.open": {
    scope: "canteen",
    right: "imports.write",
    foreign: () => ({ fileId: "0".repeat(64), invoiceId: newId() }),
  },
  "invoices.record": { scope: "canteen", right: "imports.write" },
  "invoices.review": {
    scope: "canteen",
    right: "orders.draft",
    foreign: ({ orderId }) => ({ invoiceId: orderId }),
  },
  "invoices.unrecord": {
    scope: "canteen",
    right: "imports.write",
    foreign: ({ orderId }) => ({ invoiceId: orderId }),
  },
};
