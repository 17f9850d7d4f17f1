import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listBatches } from "../../db/queries/legumerie-batches.ts";
import type { ForwardStep } from "../../db/queries/legumerie-chain.ts";
import { listBackwardChain, listForwardChain } from "../../db/queries/legumerie-chain.ts";
import type { ListedDelivery } from "../../db/queries/legumerie-deliveries.ts";
import { listDeliveries } from "../../db/queries/legumerie-deliveries.ts";
import type { ListedLot } from "../../db/queries/legumerie-lots.ts";
import { findLot, listLots, listLotsOfBatches } from "../../db/queries/legumerie-lots.ts";
import type { ListedOutput } from "../../db/queries/legumerie-outputs.ts";
import { listOutputs } from "../../db/queries/legumerie-outputs.ts";
import { listProductsById } from "../../db/queries/products.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Page } from "../../shared/fields.ts";
import type { Id } from "../../shared/ids.ts";
import type { OutputTraits } from "../../shared/legumerie/traits.ts";
import type { Batch, Lot } from "../../shared/legumerie.ts";
import { AppError } from "../app-error.ts";
import { traitsOfBatches } from "./legumerie-outputs.ts";

/** Rows of one page of the ledger: what a tablet shows without getting lost. */
export const LEDGER_PAGE_SIZE = 20;
/** Lots and outputs offered in a form at once. */
const CHOICES = 500;

/** Canteens whose name and price may be told; null: all. */
export type VisibleCanteens = ReadonlySet<Id> | null;

/** A batch with the names of what it holds. */
export interface NamedBatch extends Batch {
  lots: (Pick<Lot, "id" | "receivedOn" | "supplierLot"> & { productId: Id; productName: string })[];
  products: { id: Id; name: string }[];
}

export type TracedOutput = ListedOutput & { traits: OutputTraits };

/** A delivery as the reader may see it: another organisation's canteen has neither name nor price. */
export type SeenDelivery = Omit<ListedDelivery, "canteenId" | "canteenName" | "priceHtCents"> & {
  canteenId: Id | null;
  canteenName: string | null;
  priceHtCents: number | null;
};

export async function readLotsPage(
  db: Kysely<Database>,
  { legumerieId, page }: { legumerieId: Id; page: number },
): Promise<Page<ListedLot>> {
  return paged(page, await listLots(db, { legumerieId, inStock: false, ...sliceOf(page) }));
}

/** Lots not used up, latest reception first: what a batch may take. */
export async function readLotsInStock(db: Kysely<Database>, legumerieId: Id): Promise<ListedLot[]> {
  return (await listLots(db, { legumerieId, inStock: true, offset: 0, limit: CHOICES })).rows;
}

export async function readBatchesPage(
  db: Kysely<Database>,
  { legumerieId, page }: { legumerieId: Id; page: number },
): Promise<Page<NamedBatch>> {
  const { total, rows } = await listBatches(db, { legumerieId, ...sliceOf(page) });
  const lots = await listLotsOfBatches(db, { legumerieId, batchIds: rows.map(({ id }) => id) });
  const products = new Map(
    (
      await listProductsById(db, [
        ...lots.map(({ productId }) => productId),
        ...rows.flatMap(({ outputs }) => outputs.map(({ productId }) => productId)),
      ])
    ).map(({ id, name }) => [id, name]),
  );
  const nameOf = (id: Id) => products.get(id) ?? "";
  const named = rows.map((batch) => ({
    ...batch,
    lots: lots
      .filter(({ batchId }) => batchId === batch.id)
      .map(({ id, receivedOn, supplierLot, productId }) => ({
        id,
        receivedOn,
        supplierLot,
        productId,
        productName: nameOf(productId),
      })),
    products: [...new Set(batch.outputs.map(({ productId }) => productId))].map((id) => ({
      id,
      name: nameOf(id),
    })),
  }));
  return paged(page, { total, rows: named });
}

export async function readOutputsPage(
  db: Kysely<Database>,
  { legumerieId, page }: { legumerieId: Id; page: number },
): Promise<Page<TracedOutput>> {
  const { total, rows } = await listOutputs(db, { legumerieId, deliverableOn: null, ...sliceOf(page) });
  return paged(page, { total, rows: await withTraits(db, legumerieId, rows) });
}

/** Output lots that may be delivered on `today`, earliest use-by first. */
export async function readDeliverableOutputs(
  db: Kysely<Database>,
  { legumerieId, today }: { legumerieId: Id; today: IsoDate },
): Promise<TracedOutput[]> {
  const found = await listOutputs(db, { legumerieId, deliverableOn: today, offset: 0, limit: CHOICES });
  return withTraits(db, legumerieId, found.rows);
}

export async function readDeliveriesPage(
  db: Kysely<Database>,
  { legumerieId, page, visible }: { legumerieId: Id; page: number; visible: VisibleCanteens },
): Promise<Page<SeenDelivery>> {
  const { total, rows } = await listDeliveries(db, { legumerieId, ...sliceOf(page) });
  const seen = rows.map(({ canteenId, canteenName, priceHtCents, ...row }) => {
    const told = visible === null || visible.has(canteenId);
    return told
      ? { ...row, canteenId, canteenName, priceHtCents }
      : { ...row, canteenId: null, canteenName: null, priceHtCents: null };
  });
  return paged(page, { total, rows: seen });
}

/** Where a lot went, down to the canteens. NOT_FOUND: not a lot of this workshop. */
export async function traceLot(
  db: Kysely<Database>,
  { legumerieId, lotId, visible }: { legumerieId: Id; lotId: Id; visible: VisibleCanteens },
): Promise<ForwardStep[]> {
  if ((await findLot(db, { legumerieId, lotId })) === undefined) throw new AppError("NOT_FOUND");
  const steps = await listForwardChain(db, { legumerieId, lotId });
  return steps.map(({ canteenId, canteenName, ...step }) => {
    const told = visible === null || (canteenId !== null && visible.has(canteenId));
    return { ...step, canteenId: told ? canteenId : null, canteenName: told ? canteenName : null };
  });
}

/** Where an output lot comes from, up to the producers. NOT_FOUND: not an output of this workshop. */
export async function traceOutput(db: Kysely<Database>, key: { legumerieId: Id; outputId: Id }) {
  const steps = await listBackwardChain(db, key);
  if (steps.length === 0) throw new AppError("NOT_FOUND");
  return steps;
}

async function withTraits(
  db: Kysely<Database>,
  legumerieId: Id,
  rows: readonly ListedOutput[],
): Promise<TracedOutput[]> {
  const traits = await traitsOfBatches(db, { legumerieId, batchIds: rows.map(({ batchId }) => batchId) });
  return rows.flatMap((row) => {
    const handedOn = traits.get(row.batchId);
    return handedOn === undefined ? [] : [{ ...row, traits: handedOn }];
  });
}

function sliceOf(page: number): { offset: number; limit: number } {
  return { offset: (page - 1) * LEDGER_PAGE_SIZE, limit: LEDGER_PAGE_SIZE };
}

function paged<Row>(page: number, { total, rows }: { total: number; rows: Row[] }): Page<Row> {
  return { rows, total, page, pageSize: LEDGER_PAGE_SIZE };
}
