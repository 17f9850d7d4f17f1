import type { Kysely } from "kysely";
import type { Id } from "../../shared/ids.ts";
import type { OrderingTerms, Weekday } from "../../shared/ordering-terms.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import type { OrderingTermsTable } from "../tables/ordering-terms.ts";

/** How the supplier takes orders from the organisation, or undefined: nobody has said. */
export async function findOrderingTerms(
  db: Kysely<Database>,
  key: { organisationId: Id; supplierId: Id },
): Promise<OrderingTerms | undefined> {
  const row = await db
    .selectFrom("ordering_terms")
    .selectAll()
    .where("organisation_id", "=", key.organisationId)
    .where("supplier_id", "=", key.supplierId)
    .executeTakeFirst();
  return row && toTerms(row);
}

/** How each of these suppliers takes orders from the organisation, by supplier; those who never said are left out. */
export async function listOrderingTerms(
  db: Kysely<Database>,
  { organisationId, supplierIds }: { organisationId: Id; supplierIds: readonly Id[] },
): Promise<Map<Id, OrderingTerms>> {
  if (supplierIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("ordering_terms")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("supplier_id", "in", [...supplierIds])
    .orderBy("supplier_id")
    .execute();
  return new Map(rows.map((row) => [row.supplier_id, toTerms(row)]));
}

/** Minimum orders of an organisation's suppliers, HT cents, by supplier; those without one are left out. */
export async function listMinimumOrders(
  db: Kysely<Database>,
  organisationId: Id,
): Promise<{ supplierId: Id; minimumHtCents: number }[]> {
  const rows = await db
    .selectFrom("ordering_terms")
    .select(["supplier_id as supplierId", "minimum_ht_cents as minimumHtCents"])
    .where("organisation_id", "=", organisationId)
    .where("minimum_ht_cents", "is not", null)
    .orderBy("supplier_id")
    .execute();
  return rows.map(({ supplierId, minimumHtCents }) => ({ supplierId, minimumHtCents: minimumHtCents ?? 0 }));
}

/** Says how the supplier takes orders from the organisation, whatever was said before. */
export async function upsertOrderingTerms(
  db: Kysely<Database>,
  key: { organisationId: Id; supplierId: Id },
  terms: OrderingTerms,
): Promise<void> {
  const columns = {
    minimum_ht_cents: terms.minimumHtCents,
    free_delivery_ht_cents: terms.freeDeliveryHtCents,
    delivery_days: toJsonText(terms.deliveryDays),
    order_days_before: terms.orderDaysBefore,
    order_before_hour: terms.orderBeforeHour,
  };
  await db
    .insertInto("ordering_terms")
    .values({ organisation_id: key.organisationId, supplier_id: key.supplierId, ...columns })
    .onConflict((conflict) => conflict.columns(["organisation_id", "supplier_id"]).doUpdateSet(columns))
    .execute();
}

function toTerms(row: OrderingTermsTable): OrderingTerms {
  return {
    minimumHtCents: row.minimum_ht_cents,
    freeDeliveryHtCents: row.free_delivery_ht_cents,
    deliveryDays: fromJsonText<Weekday[]>(row.delivery_days),
    orderDaysBefore: row.order_days_before,
    orderBeforeHour: row.order_before_hour,
  };
}
