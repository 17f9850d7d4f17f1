import { newId } from "../../shared/ids.ts";
import { emptyMapping } from "../../shared/table-mapping/mapping.ts";
import type { RightsRow } from "./rights-row.ts";

const FILE_ID = "0".repeat(64);

/** Price lists are the organisation's of the canteen that is named. */
export const PRICE_RIGHTS: Readonly<Record<string, RightsRow>> = {
  "groupedOrders.week": { scope: "canteen", right: "orders.draft", input: () => ({}) },
  "priceLists.list": { scope: "canteen", right: "prices.read", input: () => ({}) },
  "priceLists.get": {
    scope: "canteen",
    right: "prices.read",
    foreign: () => ({ priceListId: newId() }),
  },
  "priceLists.ofSupplier": {
    scope: "canteen",
    right: "prices.read",
    input: (_side, { supplierId }) => ({ supplierId }),
  },
  "priceLists.alerts": { scope: "canteen", right: "prices.read", input: () => ({}) },
  "priceLists.inspect": { scope: "canteen", right: "prices.write", foreign: () => ({ fileId: FILE_ID }) },
  "priceLists.preview": {
    scope: "canteen",
    right: "prices.write",
    input: (_side, { supplierId }) => ({
      supplierId,
      validFrom: "2026-11-01",
      file: { fileId: FILE_ID, mapping: emptyMapping() },
    }),
  },
  "procurement.families": { scope: "canteen", right: "figures.read", input: () => ({ year: 2026 }) },
  "quotes.list": { scope: "canteen", right: "prices.read", input: () => ({}) },
  "quotes.get": { scope: "canteen", right: "prices.read", foreign: () => ({ quoteRequestId: newId() }) },
  "quotes.save": { scope: "canteen", right: "prices.write" },
  "quotes.remove": { scope: "canteen", right: "prices.write", foreign: () => ({ quoteRequestId: newId() }) },
  "suppliers.purchases": {
    scope: "member",
    right: "figures.read",
    input: (_side, { supplierId }) => ({ id: supplierId }),
  },
  "priceLists.save": { scope: "canteen", right: "prices.write" },
  "priceLists.remove": {
    scope: "canteen",
    right: "prices.write",
    foreign: () => ({ priceListId: newId() }),
  },
};
