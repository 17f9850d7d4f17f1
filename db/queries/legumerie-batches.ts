import type { Kysely } from "kysely";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Batch, Cut, LossCause, LossDestination, Output } from "../../shared/legumerie.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import type { LegumerieBatchesTable } from "../tables/legumerie-batches.ts";
import type { LegumerieOutputsTable } from "../tables/legumerie-outputs.ts";
import { addCorrections } from "./legumerie-corrections.ts";

/** The batch of this workshop with all it holds as it was written, or undefined. Parts are in the order of their ids. */
export async function findBatch(
  db: Kysely<Database>,
  key: { legumerieId: Id; batchId: Id },
): Promise<Batch | undefined> {
  const row = await db
    .selectFrom("legumerie_batches")
    .selectAll()
    .where("legumerie_id", "=", key.legumerieId)
    .where("id", "=", key.batchId)
    .executeTakeFirst();
  return row && (await withParts(db, key.legumerieId, [row]))[0];
}

/** One page of the workshop's batches with all they hold as it stands: open ones first, then latest end first. */
export async function listBatches(
  db: Kysely<Database>,
  { legumerieId, offset, limit }: { legumerieId: Id; offset: number; limit: number },
): Promise<{ total: number; rows: Batch[] }> {
  const query = db.selectFrom("legumerie_batches").where("legumerie_id", "=", legumerieId);
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy((eb) => eb.case().when("ended_on", "is", null).then(0).else(1).end())
    .orderBy("ended_on", "desc")
    .orderBy("started_on", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  const batches = await withParts(db, legumerieId, rows);
  await addCorrections(db, { legumerieId, batches });
  return { total: Number(total), rows: batches };
}

/** Batches that have not ended, and those started since a day, with all they hold as it stands: by start, then id. */
export async function listBatchesSince(
  db: Kysely<Database>,
  { legumerieId, since }: { legumerieId: Id; since: IsoDate },
): Promise<Batch[]> {
  const rows = await db
    .selectFrom("legumerie_batches")
    .selectAll()
    .where("legumerie_id", "=", legumerieId)
    .where((eb) => eb.or([eb("ended_on", "is", null), eb("started_on", ">=", since)]))
    .orderBy("started_on")
    .orderBy("id")
    .execute();
  const batches = await withParts(db, legumerieId, rows);
  await addCorrections(db, { legumerieId, batches });
  return batches;
}

/** Writes a batch whole: a new one, or an open one in place of what it held. */
export async function putBatch(
  db: Kysely<Database>,
  batch: Batch & { legumerieId: Id; createdAt: IsoInstant },
): Promise<void> {
  const { legumerieId, id, startedOn, endedOn, cut } = batch;
  const held = { legumerie_id: legumerieId, batch_id: id };
  await deleteParts(db, held);
  await db
    .insertInto("legumerie_batches")
    .values({
      legumerie_id: legumerieId,
      id,
      started_on: startedOn,
      ended_on: endedOn,
      cut,
      created_at: batch.createdAt,
    })
    .onConflict((conflict) =>
      conflict.columns(["legumerie_id", "id"]).doUpdateSet({ started_on: startedOn, ended_on: endedOn, cut }),
    )
    .execute();
  await insertParts(db, batch, held);
}

interface Held {
  legumerie_id: Id;
  batch_id: Id;
}

async function insertParts(
  db: Kysely<Database>,
  batch: Batch & { createdAt: IsoInstant },
  held: Held,
): Promise<void> {
  await db
    .insertInto("legumerie_batch_inputs")
    .values(batch.inputs.map(({ lotId, grams }) => ({ ...held, lot_id: lotId, grams })))
    .execute();
  if (batch.losses.length > 0)
    await db
      .insertInto("legumerie_losses")
      .values(batch.losses.map((loss) => ({ ...held, ...loss })))
      .execute();
  if (batch.outputs.length > 0)
    await db
      .insertInto("legumerie_outputs")
      .values(
        batch.outputs.map((output) => ({
          ...held,
          id: output.id,
          product_id: output.productId,
          cut: batch.cut,
          net_grams: output.netGrams,
          pack_grams: output.packGrams,
          packed_on: output.packedOn,
          use_by: output.useBy,
          created_at: batch.createdAt,
        })),
      )
      .execute();
}

async function deleteParts(db: Kysely<Database>, { legumerie_id, batch_id }: Held): Promise<void> {
  for (const table of ["legumerie_batch_inputs", "legumerie_losses", "legumerie_outputs"] as const)
    await db
      .deleteFrom(table)
      .where("legumerie_id", "=", legumerie_id)
      .where("batch_id", "=", batch_id)
      .execute();
}

async function withParts(
  db: Kysely<Database>,
  legumerieId: Id,
  rows: readonly LegumerieBatchesTable[],
): Promise<Batch[]> {
  const batches = new Map<Id, Batch>(rows.map((row) => [row.id, emptyBatch(row)]));
  for (const ids of chunksOf([...batches.keys()], CHUNK)) {
    const inputs = await db
      .selectFrom("legumerie_batch_inputs")
      .selectAll()
      .where("legumerie_id", "=", legumerieId)
      .where("batch_id", "in", [...ids])
      .orderBy("lot_id")
      .execute();
    for (const { batch_id, lot_id, grams } of inputs)
      batches.get(batch_id)?.inputs.push({ lotId: lot_id, grams });
    const losses = await db
      .selectFrom("legumerie_losses")
      .selectAll()
      .where("legumerie_id", "=", legumerieId)
      .where("batch_id", "in", [...ids])
      .orderBy("id")
      .execute();
    for (const { batch_id, id, grams, cause, destination } of losses)
      batches
        .get(batch_id)
        ?.losses.push({ id, grams, cause: cause as LossCause, destination: destination as LossDestination });
    const outputs = await db
      .selectFrom("legumerie_outputs")
      .selectAll()
      .where("legumerie_id", "=", legumerieId)
      .where("batch_id", "in", [...ids])
      .orderBy("id")
      .execute();
    for (const output of outputs) batches.get(output.batch_id)?.outputs.push(toOutput(output));
  }
  return [...batches.values()];
}

function emptyBatch(row: LegumerieBatchesTable): Batch {
  return {
    id: row.id,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    cut: row.cut as Cut,
    inputs: [],
    outputs: [],
    losses: [],
  };
}

function toOutput(row: LegumerieOutputsTable): Output {
  return {
    id: row.id,
    productId: row.product_id,
    netGrams: row.net_grams,
    packGrams: row.pack_grams,
    packedOn: row.packed_on,
    useBy: row.use_by,
  };
}
