import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { MAX_ORDER_LINES } from "../../shared/orders.ts";
import type { PurchaseFacts, PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import { factsOf } from "../../shared/purchase-file/sharing-rows.ts";
import type { CanteenPlan, PlannedSupplier } from "./import-plan.ts";
import { plannedSupplierKey } from "./import-plan.ts";

/** Rows of one order: one supplier, one day, one delivery note where the file names them, purchases apart from credits. */
export interface Delivery {
  supplierId: Id;
  date: IsoDate;
  rows: PurchaseRow[];
  /** What was too much for the order before. */
  isRest: boolean;
}

/** The deliveries of a canteen's rows, oldest first; asked for twice, worked out once. */
export function deliveriesOf(
  plan: CanteenPlan,
  suppliers: ReadonlyMap<string, PlannedSupplier>,
): readonly Delivery[] {
  const known = deliveries.get(plan.rows) ?? groupRows(plan.rows, suppliers);
  deliveries.set(plan.rows, known);
  return known;
}

/** A plan's rows do not change once it is made. */
const deliveries = new WeakMap<readonly PurchaseRow[], readonly Delivery[]>();

function groupRows(
  rows: readonly PurchaseRow[],
  suppliers: ReadonlyMap<string, PlannedSupplier>,
): Delivery[] {
  const groups: Delivery[] = [];
  const open = new Map<Id, Map<string, Delivery>>();
  /** By facts, which say the supplier where there are no details. */
  const openOfFacts = new Map<PurchaseFacts, OpenOfSupplier>();

  function openOf(row: PurchaseRow): OpenOfSupplier {
    const supplierId = suppliers.get(plannedSupplierKey(row))?.id;
    if (supplierId === undefined) throw new Error(`row ${row.row} has a supplier that was not planned`);
    const byKey = open.get(supplierId) ?? new Map<string, Delivery>();
    open.set(supplierId, byKey);
    return { supplierId, byKey };
  }

  for (const row of rows) {
    const facts = factsOf(row);
    const known = row.details === null ? openOfFacts.get(facts) : undefined;
    const own = known ?? openOf(row);
    if (known === undefined && row.details === null) openOfFacts.set(facts, own);
    const key = deliveryKey(row);
    let group = own.byKey.get(key);
    if (group === undefined || group.rows.length === MAX_ORDER_LINES) {
      group = { supplierId: own.supplierId, date: row.date, rows: [], isRest: group !== undefined };
      own.byKey.set(key, group);
      groups.push(group);
    }
    group.rows.push(row);
  }
  return groups.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
}

interface OpenOfSupplier {
  supplierId: Id;
  byKey: Map<string, Delivery>;
}

/** Rows of one canteen and supplier that have the same are of one order. A bare day, as most are, costs no new text. */
function deliveryKey({ date, amountHtCents, details }: PurchaseRow): string {
  const reference = details?.reference ?? "";
  return amountHtCents >= 0 && reference === "" ? date : `${date}/${amountHtCents < 0}/${reference}`;
}
