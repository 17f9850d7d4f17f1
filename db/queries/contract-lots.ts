import type { Kysely } from "kysely";
import type { StoredContractLot } from "../../shared/contract-lots.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import { executeForIds } from "../prepared.ts";
import type { ContractLotsTable } from "../tables/contract-lots.ts";

/** The organisation's lot, or undefined. */
export async function findContractLot(
  db: Kysely<Database>,
  key: { organisationId: Id; id: Id },
): Promise<StoredContractLot | undefined> {
  const row = await db
    .selectFrom("contract_lots")
    .selectAll()
    .where("id", "=", key.id)
    .where("organisation_id", "=", key.organisationId)
    .executeTakeFirst();
  return row && toLot(row);
}

/** Lots that an organisation awarded to these suppliers, the latest to begin first. */
export async function listContractLots(
  db: Kysely<Database>,
  { organisationId, supplierIds }: { organisationId: Id; supplierIds: readonly Id[] },
): Promise<StoredContractLot[]> {
  const rows = await executeForIds(db, {
    name: "lots awarded to suppliers",
    ids: supplierIds,
    asked: { organisationId },
    build: (ids, asked) =>
      db
        .selectFrom("contract_lots")
        .selectAll()
        .where("organisation_id", "=", asked.organisationId)
        .where("supplier_id", "in", ids)
        .orderBy("valid_from", "desc")
        .orderBy("id"),
  });
  return rows.map(toLot);
}

/** Adds a lot, or replaces everything but whose it is. */
export async function upsertContractLot(
  db: Kysely<Database>,
  organisationId: Id,
  lot: StoredContractLot & { createdAt: IsoInstant },
): Promise<void> {
  const columns = {
    contract: lot.contract,
    lot: lot.lot,
    families: toJsonText(lot.families),
    valid_from: lot.validFrom,
    valid_to: lot.validTo,
    externalities_weight_bp: lot.externalitiesWeightBp,
    environment_weight_bp: lot.environmentWeightBp,
    direct_supply_weight_bp: lot.directSupplyWeightBp,
    marks: toJsonText(lot.marks),
  };
  await db
    .insertInto("contract_lots")
    .values({
      id: lot.id,
      organisation_id: organisationId,
      supplier_id: lot.supplierId,
      created_at: lot.createdAt,
      ...columns,
    })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
    .execute();
}

/** Removes a lot. */
export async function deleteContractLot(db: Kysely<Database>, id: Id): Promise<void> {
  await db.deleteFrom("contract_lots").where("id", "=", id).execute();
}

function toLot(row: ContractLotsTable): StoredContractLot {
  return {
    id: row.id,
    supplierId: row.supplier_id,
    contract: row.contract,
    lot: row.lot,
    families: fromJsonText<Family[]>(row.families),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    externalitiesWeightBp: row.externalities_weight_bp,
    environmentWeightBp: row.environment_weight_bp,
    directSupplyWeightBp: row.direct_supply_weight_bp,
    marks: fromJsonText<StoredContractLot["marks"]>(row.marks),
  };
}
