import type { Kysely } from "kysely";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import type {
  LegumerieBatchesTable,
  LegumerieBatchInputsTable,
  LegumerieLossesTable,
} from "../tables/legumerie-batches.ts";
import type { LegumerieLotsTable } from "../tables/legumerie-lots.ts";
import type { LegumerieDeliveriesTable, LegumerieOutputsTable } from "../tables/legumerie-outputs.ts";

/** Rows of a whole ledger: lots, batches with what went in and out, deliveries. Weights in grams. */
export interface LedgerRows {
  lots: readonly LegumerieLotsTable[];
  batches: readonly LegumerieBatchesTable[];
  inputs: readonly LegumerieBatchInputsTable[];
  losses: readonly LegumerieLossesTable[];
  outputs: readonly LegumerieOutputsTable[];
  deliveries: readonly LegumerieDeliveriesTable[];
}

/** Adds a ledger whole, as it is: the caller has checked its mass balance. The lines of its deliveries are there. */
export async function insertLedger(db: Kysely<Database>, ledger: LedgerRows): Promise<void> {
  for (const rows of chunksOf(ledger.lots, CHUNK))
    await db
      .insertInto("legumerie_lots")
      .values([...rows])
      .execute();
  for (const rows of chunksOf(ledger.batches, CHUNK))
    await db
      .insertInto("legumerie_batches")
      .values([...rows])
      .execute();
  for (const rows of chunksOf(ledger.inputs, CHUNK))
    await db
      .insertInto("legumerie_batch_inputs")
      .values([...rows])
      .execute();
  for (const rows of chunksOf(ledger.losses, CHUNK))
    await db
      .insertInto("legumerie_losses")
      .values([...rows])
      .execute();
  for (const rows of chunksOf(ledger.outputs, CHUNK))
    await db
      .insertInto("legumerie_outputs")
      .values([...rows])
      .execute();
  for (const rows of chunksOf(ledger.deliveries, CHUNK))
    await db
      .insertInto("legumerie_deliveries")
      .values([...rows])
      .execute();
}
