import type { OrdersTable } from "../../db/tables/orders.ts";
import type { Order } from "../../shared/orders.ts";
import { givenColumns } from "../actions/save-order.ts";
import { DEMO_PEOPLE } from "./accounts.ts";
import type { DemoCanteen } from "./canteens.ts";

/** The stored row of a demonstration order: entered in the morning by the canteen's manager, if it has one. */
export function orderRow(canteen: DemoCanteen, order: Order): OrdersTable {
  const manager = DEMO_PEOPLE.find(({ grant }) => grant.role === "manager" && grant.scopeId === canteen.id);
  const last = order.invoicedOn ?? order.deliveredOn ?? order.orderedOn;
  return {
    canteen_id: canteen.id,
    ...givenColumns(order),
    import_id: null,
    version: order.version,
    created_by: manager?.id ?? null,
    created_at: `${order.orderedOn}T08:00:00.000Z`,
    updated_at: `${last}T08:00:00.000Z`,
    deleted_at: null,
  };
}
