import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { OrderTemplate } from "../../shared/order-templates.ts";
import type { OrderLine } from "../../shared/orders.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import type { OrderTemplatesTable } from "../tables/order-templates.ts";

/** A template with the instant it was deleted; null: it is in use. */
export interface StoredTemplate extends OrderTemplate {
  deletedAt: IsoInstant | null;
}

/** The template, deleted or not, or undefined. */
export async function findOrderTemplate(
  db: Kysely<Database>,
  key: { canteenId: Id; templateId: Id },
): Promise<StoredTemplate | undefined> {
  const row = await db
    .selectFrom("order_templates")
    .selectAll()
    .where("canteen_id", "=", key.canteenId)
    .where("id", "=", key.templateId)
    .executeTakeFirst();
  return row && { ...toTemplate(row), deletedAt: row.deleted_at };
}

/** The canteen's templates for this supplier that are not deleted, by name. */
export async function listOrderTemplates(
  db: Kysely<Database>,
  { canteenId, supplierId }: { canteenId: Id; supplierId: Id },
): Promise<OrderTemplate[]> {
  const rows = await db
    .selectFrom("order_templates")
    .selectAll()
    .where("canteen_id", "=", canteenId)
    .where("supplier_id", "=", supplierId)
    .where("deleted_at", "is", null)
    .orderBy("search")
    .orderBy("id")
    .execute();
  return rows.map(toTemplate);
}

/** Adds the template, or replaces all of it but the day it was made. */
export async function upsertOrderTemplate(
  db: Kysely<Database>,
  canteenId: Id,
  template: StoredTemplate,
): Promise<void> {
  const columns = {
    supplier_id: template.supplierId,
    name: template.name,
    search: searchKey(template.name),
    lines: toJsonText(template.lines),
    updated_at: template.updatedAt,
    deleted_at: template.deletedAt,
  };
  await db
    .insertInto("order_templates")
    .values({ canteen_id: canteenId, id: template.id, created_at: template.updatedAt, ...columns })
    .onConflict((conflict) => conflict.columns(["canteen_id", "id"]).doUpdateSet(columns))
    .execute();
}

function toTemplate(row: OrderTemplatesTable): OrderTemplate {
  return {
    id: row.id,
    supplierId: row.supplier_id,
    name: row.name,
    lines: fromJsonText<OrderLine[]>(row.lines),
    updatedAt: row.updated_at,
  };
}
