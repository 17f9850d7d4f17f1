import type { Kysely } from "kysely";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportSummary } from "../../shared/imports.ts";
import type { OrderStatus } from "../../shared/order-statuses.ts";
import type { LikeLine } from "../../shared/table-mapping/questions.ts";
import type { Database } from "../database.ts";
import { fromJsonText } from "../json.ts";
import type { ImportsTable } from "../tables/imports.ts";

/** The import, undone or not, or undefined. */
export function findImport(db: Kysely<Database>, id: Id): Promise<ImportsTable | undefined> {
  return db.selectFrom("imports").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The first import in force of these bytes that brought orders to one of the organisation's canteens, or undefined. */
export async function findImportOfFile(
  db: Kysely<Database>,
  { organisationId, sha256, canteenIds }: { organisationId: Id; sha256: string; canteenIds: readonly Id[] },
): Promise<ImportsTable | undefined> {
  if (canteenIds.length === 0) return undefined;
  return await db
    .selectFrom("imports")
    .selectAll()
    .where("file_sha256", "=", sha256)
    .where("organisation_id", "=", organisationId)
    .where("undone_at", "is", null)
    .where("id", "in", (eb) =>
      eb
        .selectFrom("orders")
        .select("orders.import_id")
        .where("orders.canteen_id", "in", [...canteenIds])
        .where("orders.import_id", "is not", null)
        .$narrowType<{ import_id: string }>(),
    )
    .orderBy("id")
    .executeTakeFirst();
}

/** Adds an import, in force. */
export async function insertImport(db: Kysely<Database>, row: ImportsTable): Promise<void> {
  await db.insertInto("imports").values(row).execute();
}

/** Marks an import as undone. */
export async function setImportUndone(db: Kysely<Database>, id: Id, at: IsoInstant): Promise<void> {
  await db.updateTable("imports").set({ undone_at: at }).where("id", "=", id).execute();
}

/** Imports that brought orders to the canteen, latest first; at most `limit`. */
export async function listImportsOfCanteen(
  db: Kysely<Database>,
  { canteenId, limit }: { canteenId: Id; limit: number },
): Promise<ImportSummary[]> {
  const rows = await db
    .selectFrom("imports")
    .selectAll()
    .where(
      "id",
      "in",
      db
        .selectFrom("orders")
        .select("orders.import_id")
        .where("orders.canteen_id", "=", canteenId)
        .where("orders.import_id", "is not", null)
        .$narrowType<{ import_id: string }>(),
    )
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fileId: row.file_sha256,
    fileName: row.file_name,
    read: row.rows_read,
    created: row.rows_created,
    refused: row.rows_refused,
    duplicates: row.rows_duplicate,
    totalCents: row.total_cents,
    importedAt: row.created_at,
    undoneAt: row.undone_at,
  }));
}

/** Whether a file was imported for the canteen, by whatever import. */
export async function isFileOfCanteen(
  db: Kysely<Database>,
  { canteenId, fileId }: { canteenId: Id; fileId: string },
): Promise<boolean> {
  const run = await db
    .selectFrom("import_runs")
    .select("id")
    .where("canteen_id", "=", canteenId)
    .where("file_id", "=", fileId)
    .executeTakeFirst();
  if (run !== undefined) return true;
  const order = await db
    .selectFrom("orders")
    .innerJoin("imports", "imports.id", "orders.import_id")
    .select("orders.id")
    .where("orders.canteen_id", "=", canteenId)
    .where("imports.file_sha256", "=", fileId)
    .executeTakeFirst();
  return order !== undefined;
}

/** Canteens to which an import brought orders, sorted. */
export async function listCanteenIdsOfImport(db: Kysely<Database>, importId: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom("orders")
    .select("canteen_id")
    .distinct()
    .where("import_id", "=", importId)
    .orderBy("canteen_id")
    .execute();
  return rows.map((row) => row.canteen_id);
}

/** What tells a purchase from another. */
export interface PurchaseKey {
  id: Id;
  supplier_id: Id;
  counted_on: IsoDate;
  /** HT, cents, signed. */
  amount_ht_cents: number;
  /** Key of the description. */
  search: string;
}

/** Counted lines of a canteen between two days (both included), by day then id, `limit` after the cursor; null: from the first. */
export function listPurchaseKeys(
  db: Kysely<Database>,
  { canteenId, from, to }: { canteenId: Id; from: IsoDate; to: IsoDate },
  page: { after: Pick<PurchaseKey, "id" | "counted_on"> | null; limit: number },
): Promise<PurchaseKey[]> {
  let query = db
    .selectFrom("order_lines")
    .select(["id", "supplier_id", "counted_on", "amount_ht_cents", "search"])
    .where("canteen_id", "=", canteenId)
    .where("counted", "=", 1)
    .where("counted_on", ">=", from)
    .where("counted_on", "<=", to);
  const { after } = page;
  if (after !== null)
    query = query.where((eb) =>
      eb.or([
        eb("counted_on", ">", after.counted_on),
        eb.and([eb("counted_on", "=", after.counted_on), eb("id", ">", after.id)]),
      ]),
    );
  return query.orderBy("counted_on").orderBy("id").limit(page.limit).execute();
}

/** The purchases of these lines of a canteen, with the file that brought each, by line. */
export async function listLikeLines(
  db: Kysely<Database>,
  { canteenId, lineIds }: { canteenId: Id; lineIds: readonly Id[] },
): Promise<Map<Id, LikeLine>> {
  if (lineIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("order_lines")
    .innerJoin("orders", (join) =>
      join
        .onRef("orders.canteen_id", "=", "order_lines.canteen_id")
        .onRef("orders.id", "=", "order_lines.order_id"),
    )
    .leftJoin("imports", "imports.id", "orders.import_id")
    .select(["order_lines.id", "order_lines.order_id", "order_lines.description", "order_lines.counted_on"])
    .select(["orders.reference", "imports.file_name"])
    .where("order_lines.canteen_id", "=", canteenId)
    .where("order_lines.id", "in", [...lineIds])
    .orderBy("order_lines.id")
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        orderId: row.order_id,
        reference: row.reference,
        description: row.description,
        date: row.counted_on,
        fileName: row.file_name,
      },
    ]),
  );
}

/** Version of an order that nobody has touched since it was imported, or since its refused rows were corrected. */
const UNTOUCHED = 1;

/** The orders that an import brought to a canteen, but those edited since. */
export interface UneditedOrders {
  canteenId: Id;
  importId: Id;
  /** `listEditedOrders` of the import. */
  edited: readonly Id[];
}

/**
 * Orders that an import brought to a canteen and that were changed since they counted, none of them deleted. Refused
 * rows saved as a draft and validated later are corrected, not edited.
 */
export async function listEditedOrders(
  db: Kysely<Database>,
  { canteenId, importId }: { canteenId: Id; importId: Id },
): Promise<Id[]> {
  const changes = await db
    .selectFrom("orders")
    .innerJoin("audit", "audit.noun_id", "orders.id")
    .select(["orders.id", "audit.before"])
    .where("orders.canteen_id", "=", canteenId)
    .where("orders.import_id", "=", importId)
    .where("orders.version", ">", UNTOUCHED)
    .where("orders.deleted_at", "is", null)
    .where("audit.noun", "=", "orders")
    .where("audit.stream", "=", canteenId)
    .where("audit.action", "=", "updated")
    .execute();
  const edited = changes.filter(({ before }) => {
    const order = before === null ? null : fromJsonText<{ status: OrderStatus }>(before);
    return order !== null && order.status !== "DRAFT";
  });
  return [...new Set(edited.map(({ id }) => id))];
}

/** How many orders undoing an import takes out of a canteen. */
export async function countOrdersOfImport(db: Kysely<Database>, orders: UneditedOrders): Promise<number> {
  const ids = idsOfImport(db, orders).as("unedited");
  const { count } = await db
    .selectFrom(ids)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Ids of the orders that undoing an import takes out of a canteen. */
export function idsOfImport(db: Kysely<Database>, { canteenId, importId, edited }: UneditedOrders) {
  const ids = db
    .selectFrom("orders")
    .select("orders.id")
    .where("orders.canteen_id", "=", canteenId)
    .where("orders.import_id", "=", importId)
    .where("orders.deleted_at", "is", null);
  return edited.length === 0 ? ids : ids.where("orders.id", "not in", [...edited]);
}

/** Takes the orders of an import in a canteen out of every list and figure; those deleted or edited stay as they are. */
export async function deleteOrdersOfImport(
  db: Kysely<Database>,
  { now, ...orders }: UneditedOrders & { now: IsoInstant },
): Promise<void> {
  const { canteenId } = orders;
  await db
    .updateTable("order_lines")
    .set({ counted: 0 })
    .where("canteen_id", "=", canteenId)
    .where("order_id", "in", idsOfImport(db, orders))
    .execute();
  await db
    .updateTable("orders")
    .set((eb) => ({ deleted_at: now, updated_at: now, version: eb("version", "+", 1) }))
    .where("canteen_id", "=", canteenId)
    .where("id", "in", idsOfImport(db, orders))
    .execute();
}
