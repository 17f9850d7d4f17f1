import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { KeptRequest, RequestStatus } from "../../shared/legumerie/requests.ts";
import type { Cut } from "../../shared/legumerie.ts";
import type { Database } from "../database.ts";
import type { LegumerieRequestsTable } from "../tables/legumerie-requests.ts";
import { refusedLater } from "./legumerie-refusals.ts";

const KEPT = sql<number>`deliveries.grams - deliveries.refused_grams - ${refusedLater("deliveries")}`;

/** A request in a list, with the names of what it points to. Grams. */
export interface ListedRequest extends KeptRequest {
  canteenName: string;
  legumerieName: string;
  productName: string;
  productNameEn: string;
  /** Delivered for it, and kept. */
  deliveredGrams: number;
}

/** The request of this canteen, or undefined. */
export async function findRequest(
  db: Kysely<Database>,
  key: { canteenId: Id; id: Id },
): Promise<KeptRequest | undefined> {
  const row = await db
    .selectFrom("legumerie_requests")
    .selectAll()
    .where("canteen_id", "=", key.canteenId)
    .where("id", "=", key.id)
    .executeTakeFirst();
  return row && toRequest(row);
}

export async function insertRequest(
  db: Kysely<Database>,
  request: KeptRequest & { createdAt: IsoInstant },
): Promise<void> {
  await insertRequests(db, [rowOf(request)]);
}

/** Adds requests as they are. */
export async function insertRequests(
  db: Kysely<Database>,
  rows: readonly LegumerieRequestsTable[],
): Promise<void> {
  await db
    .insertInto("legumerie_requests")
    .values([...rows])
    .execute();
}

export async function updateRequestStatus(
  db: Kysely<Database>,
  key: { canteenId: Id; id: Id },
  change: { status: RequestStatus; answer: string | null; answeredOn: IsoDate | null },
): Promise<void> {
  await db
    .updateTable("legumerie_requests")
    .set({ status: change.status, answer: change.answer, answered_on: change.answeredOn })
    .where("canteen_id", "=", key.canteenId)
    .where("id", "=", key.id)
    .execute();
}

/** Requests of the canteen, latest day first; at most `limit`. */
export async function listRequestsOfCanteen(
  db: Kysely<Database>,
  { canteenId, limit }: { canteenId: Id; limit: number },
): Promise<ListedRequest[]> {
  const rows = await named(db)
    .where("requests.canteen_id", "=", canteenId)
    .orderBy("requests.wanted_on", "desc")
    .orderBy("requests.id", "desc")
    .limit(limit)
    .execute();
  return rows.map(toListed);
}

/** What waits at the workshop, standing demands whatever their status: by day, then canteen. */
export async function listOpenRequests(db: Kysely<Database>, legumerieId: Id): Promise<ListedRequest[]> {
  const rows = await named(db)
    .where("requests.legumerie_id", "=", legumerieId)
    .where((eb) =>
      eb.or([
        eb("requests.status", "=", "WAITING"),
        eb.and([eb("requests.weekly", "=", 1), eb("requests.status", "!=", "CANCELLED")]),
      ]),
    )
    .orderBy("requests.wanted_on")
    .orderBy("canteens.search")
    .orderBy("requests.id")
    .execute();
  return rows.map(toListed);
}

/** Grams delivered for a request of the canteen, and kept. */
export async function sumDeliveredFor(
  db: Kysely<Database>,
  key: { canteenId: Id; requestId: Id },
): Promise<number> {
  const row = await db
    .selectFrom("legumerie_delivery_details as details")
    .innerJoin("legumerie_deliveries as deliveries", (join) =>
      join
        .onRef("deliveries.canteen_id", "=", "details.canteen_id")
        .onRef("deliveries.id", "=", "details.delivery_id"),
    )
    .select((eb) => eb.fn.sum<number | null>(KEPT).as("kept"))
    .where("details.canteen_id", "=", key.canteenId)
    .where("details.request_id", "=", key.requestId)
    .executeTakeFirstOrThrow();
  return Number(row.kept ?? 0);
}

function named(db: Kysely<Database>) {
  return db
    .selectFrom("legumerie_requests as requests")
    .innerJoin("canteens", "canteens.id", "requests.canteen_id")
    .innerJoin("suppliers", "suppliers.id", "requests.legumerie_id")
    .innerJoin("products", "products.id", "requests.product_id")
    .selectAll("requests")
    .select([
      "canteens.name as canteen_name",
      "suppliers.name as legumerie_name",
      "products.name as product_name",
      "products.name_en as product_name_en",
    ])
    .select((eb) =>
      eb
        .selectFrom("legumerie_delivery_details as details")
        .innerJoin("legumerie_deliveries as deliveries", (join) =>
          join
            .onRef("deliveries.canteen_id", "=", "details.canteen_id")
            .onRef("deliveries.id", "=", "details.delivery_id"),
        )
        .select((sub) => sub.fn.coalesce(sub.fn.sum<number>(KEPT), sql.lit(0)).as("kept"))
        .whereRef("details.canteen_id", "=", "requests.canteen_id")
        .whereRef("details.request_id", "=", "requests.id")
        .as("delivered_grams"),
    );
}

type NamedRow = Awaited<ReturnType<ReturnType<typeof named>["execute"]>>[number];

function toListed(row: NamedRow): ListedRequest {
  return {
    ...toRequest(row),
    canteenName: row.canteen_name,
    legumerieName: row.legumerie_name,
    productName: row.product_name,
    productNameEn: row.product_name_en,
    deliveredGrams: Number(row.delivered_grams),
  };
}

function toRequest(row: LegumerieRequestsTable): KeptRequest {
  return {
    canteenId: row.canteen_id,
    id: row.id,
    legumerieId: row.legumerie_id,
    productId: row.product_id,
    cut: row.cut as Cut,
    grams: row.grams,
    weekly: row.weekly === 1,
    organic: row.organic === 1,
    askedOn: row.asked_on,
    wantedOn: row.wanted_on,
    note: row.note,
    status: row.status as RequestStatus,
    answer: row.answer,
    answeredOn: row.answered_on,
  };
}

function rowOf(request: KeptRequest & { createdAt: IsoInstant }): LegumerieRequestsTable {
  return {
    canteen_id: request.canteenId,
    id: request.id,
    legumerie_id: request.legumerieId,
    product_id: request.productId,
    cut: request.cut,
    grams: request.grams,
    weekly: request.weekly ? 1 : 0,
    organic: request.organic ? 1 : 0,
    asked_on: request.askedOn,
    wanted_on: request.wantedOn,
    note: request.note,
    status: request.status,
    answer: request.answer,
    answered_on: request.answeredOn,
    created_at: request.createdAt,
  };
}
