import type { InsertObject, Kysely } from "kysely";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import type {
  LegumerieBatchesTable,
  LegumerieBatchInputsTable,
  LegumerieLossesTable,
} from "../tables/legumerie-batches.ts";
import type { LegumerieLotsTable } from "../tables/legumerie-lots.ts";
import type {
  LegumerieDeliveriesTable,
  LegumerieDisposalsTable,
  LegumerieOutputsTable,
} from "../tables/legumerie-outputs.ts";
import type {
  LegumerieDeliveryDetailsTable,
  LegumerieNoticesTable,
  LegumerieRequestsTable,
} from "../tables/legumerie-requests.ts";

/** Rows of a whole ledger: lots, batches with what went in and out, deliveries. Weights in grams. */
export interface LedgerRows {
  lots: readonly LegumerieLotsTable[];
  batches: readonly LegumerieBatchesTable[];
  inputs: readonly LegumerieBatchInputsTable[];
  losses: readonly LegumerieLossesTable[];
  outputs: readonly LegumerieOutputsTable[];
  deliveries: readonly LegumerieDeliveriesTable[];
  disposals: readonly LegumerieDisposalsTable[];
  requests: readonly LegumerieRequestsTable[];
  details: readonly LegumerieDeliveryDetailsTable[];
  notices: readonly LegumerieNoticesTable[];
}

/** Adds a ledger whole, as it is: the caller has checked its mass balance. The lines of its deliveries are there. */
export async function insertLedger(db: Kysely<Database>, ledger: LedgerRows): Promise<void> {
  await insertAll(db, "legumerie_lots", ledger.lots);
  await insertAll(db, "legumerie_batches", ledger.batches);
  await insertAll(db, "legumerie_batch_inputs", ledger.inputs);
  await insertAll(db, "legumerie_losses", ledger.losses);
  await insertAll(db, "legumerie_outputs", ledger.outputs);
  await insertAll(db, "legumerie_deliveries", ledger.deliveries);
  await insertAll(db, "legumerie_disposals", ledger.disposals);
  await insertAll(db, "legumerie_requests", ledger.requests);
  await insertAll(db, "legumerie_delivery_details", ledger.details);
  await insertAll(db, "legumerie_notices", ledger.notices);
}

async function insertAll<Table extends keyof Database>(
  db: Kysely<Database>,
  table: Table,
  rows: readonly InsertObject<Database, Table>[],
): Promise<void> {
  for (const chunk of chunksOf(rows, CHUNK))
    await db
      .insertInto(table)
      .values([...chunk])
      .execute();
}
