import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { SocialStatus } from "../../shared/social-statuses.ts";
import { SOCIAL_STATUSES } from "../../shared/social-statuses.ts";
import type { SupplierStatus } from "../../shared/supplier-statuses.ts";
import type { Database } from "../database.ts";
import { executeForIds } from "../prepared.ts";
import type { SupplierStatusesTable } from "../tables/supplier-statuses.ts";

/** The status, or undefined. */
export async function findSupplierStatus(db: Kysely<Database>, id: Id): Promise<SupplierStatus | undefined> {
  const row = await db.selectFrom("supplier_statuses").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toSupplierStatus(row);
}

/** All that these suppliers are, were or will be, in the order of SOCIAL_STATUSES, latest beginning first. */
export async function listSupplierStatuses(
  db: Kysely<Database>,
  supplierIds: readonly Id[],
): Promise<SupplierStatus[]> {
  const rows = await executeForIds(db, {
    name: "statuses of suppliers",
    ids: supplierIds,
    build: (ids) => db.selectFrom("supplier_statuses").selectAll().where("supplier_id", "in", ids),
  });
  return rows.map(toSupplierStatus).sort(byStatusThenStart);
}

/** Adds a status to its supplier. */
export async function insertSupplierStatus(
  db: Kysely<Database>,
  status: SupplierStatus & { createdAt: IsoInstant },
): Promise<void> {
  await db
    .insertInto("supplier_statuses")
    .values({
      id: status.id,
      supplier_id: status.supplierId,
      created_at: status.createdAt,
      ...columns(status),
    })
    .execute();
}

/** Replaces everything but the supplier it belongs to. */
export async function updateSupplierStatus(db: Kysely<Database>, status: SupplierStatus): Promise<void> {
  await db.updateTable("supplier_statuses").set(columns(status)).where("id", "=", status.id).execute();
}

/** Removes a status. */
export async function deleteSupplierStatus(db: Kysely<Database>, id: Id): Promise<void> {
  await db.deleteFrom("supplier_statuses").where("id", "=", id).execute();
}

function columns(status: SupplierStatus): Omit<SupplierStatusesTable, "id" | "supplier_id" | "created_at"> {
  return {
    status: status.status,
    reference: status.reference,
    valid_from: status.validFrom,
    valid_to: status.validTo,
  };
}

function toSupplierStatus(row: SupplierStatusesTable): SupplierStatus {
  return {
    id: row.id,
    supplierId: row.supplier_id,
    status: row.status as SocialStatus,
    reference: row.reference,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

function byStatusThenStart(a: SupplierStatus, b: SupplierStatus): number {
  const order = SOCIAL_STATUSES.indexOf(a.status) - SOCIAL_STATUSES.indexOf(b.status);
  if (order !== 0) return order;
  const [startOfA, startOfB] = [a.validFrom ?? "", b.validFrom ?? ""];
  if (startOfA !== startOfB) return startOfA > startOfB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
