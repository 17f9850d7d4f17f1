import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { LineCategory } from "../../shared/categories.ts";
import type { Cell } from "../../shared/cells.ts";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportSummary } from "../../shared/imports.ts";
import type { Database } from "../database.ts";
import type { FilesTable } from "../tables/files.ts";
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

/** Every supplier's id and name, those in use first, then the oldest. */
export function listSupplierNames(db: Kysely<Database>): Promise<{ id: Id; name: string }[]> {
  return db.selectFrom("suppliers").select(["id", "name"]).orderBy("active", "desc").orderBy("id").execute();
}

/** Id and SIRET of the canteens of an organisation; null: of all. */
export function listCanteenSirets(
  db: Kysely<Database>,
  organisationId: Id | null,
): Promise<{ id: Id; siret: string; organisation_id: Id }[]> {
  let query = db.selectFrom("canteens").select(["id", "siret", "organisation_id"]);
  if (organisationId !== null) query = query.where("organisation_id", "=", organisationId);
  return query.orderBy("id").execute();
}

/** A document that was dropped, with its content; undefined when it is not kept. */
export function findDroppedFile(db: Kysely<Database>, id: string): Promise<FilesTable | undefined> {
  return db.selectFrom("files").selectAll().where("id", "=", id).executeTakeFirst();
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

/** Orders of an import in a canteen that are not deleted, and their counted lines as cells. */
export async function sumImportIntoCells(
  db: Kysely<Database>,
  { canteenId, importId }: { canteenId: Id; importId: Id },
): Promise<{ orders: number; cells: Cell[] }> {
  const { orders } = await db
    .selectFrom("orders")
    .select((eb) => eb.fn.countAll<number>().as("orders"))
    .where("canteen_id", "=", canteenId)
    .where("import_id", "=", importId)
    .where("deleted_at", "is", null)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom("order_lines")
    .innerJoin("orders", (join) =>
      join
        .onRef("orders.canteen_id", "=", "order_lines.canteen_id")
        .onRef("orders.id", "=", "order_lines.order_id"),
    )
    .where("orders.canteen_id", "=", canteenId)
    .where("orders.import_id", "=", importId)
    .where("orders.deleted_at", "is", null)
    .where("order_lines.counted", "=", 1)
    .where("order_lines.family", "is not", null)
    .$narrowType<{ family: string }>()
    .select([
      "order_lines.month",
      "order_lines.supplier_id",
      "order_lines.family",
      "order_lines.strict_category",
      "order_lines.declared_category",
      "order_lines.marks",
    ])
    .select((eb) => [
      eb.fn.sum<number>("order_lines.amount_ht_cents").as("amount_cents"),
      eb.fn.sum<number>(eb.fn.coalesce("order_lines.weight_grams", sql.lit(0))).as("weight_grams"),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when("order_lines.weight_grams", "is", null)
            .then(0)
            .else(eb.ref("order_lines.amount_ht_cents"))
            .end(),
        )
        .as("weighed_cents"),
      eb.fn.countAll<number>().as("lines"),
    ])
    .groupBy([
      "order_lines.month",
      "order_lines.supplier_id",
      "order_lines.family",
      "order_lines.strict_category",
      "order_lines.declared_category",
      "order_lines.marks",
    ])
    .execute();
  return {
    orders: Number(orders),
    cells: rows.map((row) => ({
      canteenId,
      month: row.month,
      supplierId: row.supplier_id,
      family: row.family as Family,
      strictCategory: row.strict_category as LineCategory,
      declaredCategory: row.declared_category as LineCategory,
      marks: row.marks,
      amountCents: row.amount_cents,
      weightGrams: row.weight_grams,
      weighedCents: row.weighed_cents,
      lines: row.lines,
    })),
  };
}

/** Takes the orders of an import in a canteen out of every list and figure; those already deleted stay as they are. */
export async function deleteOrdersOfImport(
  db: Kysely<Database>,
  { canteenId, importId, now }: { canteenId: Id; importId: Id; now: IsoInstant },
): Promise<void> {
  await db
    .updateTable("order_lines")
    .set({ counted: 0 })
    .where("canteen_id", "=", canteenId)
    .where("order_id", "in", (eb) =>
      eb
        .selectFrom("orders")
        .select("orders.id")
        .where("orders.canteen_id", "=", canteenId)
        .where("orders.import_id", "=", importId)
        .where("orders.deleted_at", "is", null),
    )
    .execute();
  await db
    .updateTable("orders")
    .set((eb) => ({ deleted_at: now, updated_at: now, version: eb("version", "+", 1) }))
    .where("canteen_id", "=", canteenId)
    .where("import_id", "=", importId)
    .where("deleted_at", "is", null)
    .execute();
}

/** INSEE code of the most peopled commune of a territory; null, or a PAT: of France. Undefined: none is known. */
export async function findMostPeopledCommune(
  db: Kysely<Database>,
  territoryCode: string | null,
): Promise<string | undefined> {
  const [kind = "", ...rest] = (territoryCode ?? "").split("-");
  let query = db.selectFrom("communes").select("code");
  if (kind === "DEP") query = query.where("departement", "=", rest.join("-"));
  if (kind === "REG") query = query.where("region", "=", rest.join("-"));
  if (kind === "EPCI") query = query.where("epci", "=", rest.join("-"));
  const row = await query
    .orderBy((eb) => eb.fn.coalesce("population", eb.lit(0)), "desc")
    .orderBy("code")
    .limit(1)
    .executeTakeFirst();
  return row?.code;
}
