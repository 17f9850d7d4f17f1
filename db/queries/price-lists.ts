import type { Kysely } from "kysely";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import { groupBy } from "../../shared/grouping.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { PriceList, PriceListLine, PriceListWithLines } from "../../shared/price-lists.ts";
import type { Unit } from "../../shared/quantity.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import { executeMany } from "../execute-many.ts";
import type { PriceListLinesTable, PriceListsTable } from "../tables/price-lists.ts";

/** Lists of an organisation that hold on some day of a period; null: of every supplier, without an end. */
export interface PriceListFilter {
  organisationId: Id;
  supplierId: Id | null;
  from: IsoDate | null;
  to: IsoDate | null;
}

/** One list among others. */
export interface PriceListSummary extends PriceList {
  supplierName: string;
  lines: number;
}

/** The lists that are not deleted, latest to begin first, with how many articles each has. */
export async function listPriceLists(
  db: Kysely<Database>,
  filter: PriceListFilter,
): Promise<PriceListSummary[]> {
  const rows = await filtered(db, filter)
    .innerJoin("suppliers", "suppliers.id", "price_lists.supplier_id")
    .selectAll("price_lists")
    .select("suppliers.name as supplierName")
    .select((eb) =>
      eb
        .selectFrom("price_list_lines")
        .select((line) => line.fn.countAll<number>().as("lines"))
        .whereRef("price_list_lines.price_list_id", "=", "price_lists.id")
        .as("lines"),
    )
    .orderBy("price_lists.valid_from", "desc")
    .orderBy("price_lists.id", "desc")
    .execute();
  return rows.map((row) => ({ ...toPriceList(row), supplierName: row.supplierName, lines: row.lines ?? 0 }));
}

/** The same lists whole, with their articles in their order. */
export async function listPriceListsWithLines(
  db: Kysely<Database>,
  filter: PriceListFilter,
): Promise<PriceListWithLines[]> {
  const lists = await filtered(db, filter)
    .selectAll("price_lists")
    .orderBy("price_lists.valid_from", "desc")
    .orderBy("price_lists.id", "desc")
    .execute();
  const lines: PriceListLinesTable[] = [];
  for (const chunk of chunksOf(
    lists.map(({ id }) => id),
    CHUNK,
  ))
    lines.push(
      ...(await db
        .selectFrom("price_list_lines")
        .selectAll()
        .where("price_list_id", "in", [...chunk])
        .orderBy("price_list_id")
        .orderBy("position")
        .execute()),
    );
  const byList = groupBy(lines, (line) => line.price_list_id);
  return lists.map((row) => ({ ...toPriceList(row), lines: (byList.get(row.id) ?? []).map(toLine) }));
}

/** The list of this organisation, not deleted, with its articles; undefined: there is none. */
export async function findPriceList(
  db: Kysely<Database>,
  { organisationId, id }: { organisationId: Id; id: Id },
): Promise<PriceListWithLines | undefined> {
  const row = await db
    .selectFrom("price_lists")
    .selectAll()
    .where("id", "=", id)
    .where("organisation_id", "=", organisationId)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const lines = await db
    .selectFrom("price_list_lines")
    .selectAll()
    .where("price_list_id", "=", id)
    .orderBy("position")
    .execute();
  return { ...toPriceList(row), lines: lines.map(toLine) };
}

/** Whether a list of this id exists, of whoever, deleted or not. */
export async function hasPriceList(db: Kysely<Database>, id: Id): Promise<boolean> {
  const row = await db.selectFrom("price_lists").select("id").where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}

/** Adds a list with its articles. */
export async function insertPriceList(
  db: Kysely<Database>,
  {
    organisationId,
    list,
    createdBy,
    createdAt,
  }: { organisationId: Id; list: PriceListWithLines; createdBy: Id | null; createdAt: IsoInstant },
): Promise<void> {
  await db
    .insertInto("price_lists")
    .values({
      id: list.id,
      organisation_id: organisationId,
      supplier_id: list.supplierId,
      name: list.name,
      valid_from: list.validFrom,
      valid_to: list.validTo,
      created_by: createdBy,
      created_at: createdAt,
      deleted_at: null,
    })
    .execute();
  await executeMany(db, {
    name: "insert price list lines",
    rows: list.lines.map((line, position) => lineRow(list.id, position, line)),
    columns: LINE_COLUMNS,
    statement: (some) => db.insertInto("price_list_lines").values(some),
  });
}

/** Deletes the list, or brings it back (null). */
export async function updatePriceListDeletion(
  db: Kysely<Database>,
  { id, deletedAt }: { id: Id; deletedAt: IsoInstant | null },
): Promise<void> {
  await db.updateTable("price_lists").set({ deleted_at: deletedAt }).where("id", "=", id).execute();
}

/** A priced line of an order, as a price list is compared with it. */
export interface PaidLine {
  lineId: Id;
  orderId: Id;
  supplierId: Id;
  date: IsoDate;
  offerId: Id | null;
  description: string;
  unit: Unit | null;
  quantityMilli: number;
  unitPriceHtE4: number;
}

/** Priced lines of the canteen's orders to these suppliers since a day, drafts included, latest first. */
export async function listPaidLines(
  db: Kysely<Database>,
  { canteenId, supplierIds, from }: { canteenId: Id; supplierIds: readonly Id[]; from: IsoDate },
): Promise<PaidLine[]> {
  if (supplierIds.length === 0) return [];
  const rows = await db
    .selectFrom("order_lines")
    .innerJoin("orders", (join) =>
      join
        .onRef("orders.canteen_id", "=", "order_lines.canteen_id")
        .onRef("orders.id", "=", "order_lines.order_id"),
    )
    .select([
      "order_lines.id as lineId",
      "order_lines.order_id as orderId",
      "order_lines.supplier_id as supplierId",
      "order_lines.counted_on as date",
      "order_lines.offer_id as offerId",
      "order_lines.description",
      "order_lines.unit",
    ])
    .select((eb) => [
      eb.fn
        .coalesce("order_lines.received_milli", "order_lines.quantity_milli")
        .$notNull()
        .as("quantityMilli"),
      eb.ref("order_lines.unit_price_ht_e4").$notNull().as("unitPriceHtE4"),
    ])
    .where("order_lines.canteen_id", "=", canteenId)
    .where("order_lines.supplier_id", "in", [...supplierIds])
    .where("order_lines.counted_on", ">=", from)
    .where("order_lines.unit_price_ht_e4", "is not", null)
    .where("order_lines.quantity_milli", ">", 0)
    .where("orders.kind", "=", "ORDER")
    .where("orders.deleted_at", "is", null)
    .orderBy("order_lines.counted_on", "desc")
    .orderBy("order_lines.id", "desc")
    .execute();
  return rows.map((row) => ({ ...row, unit: row.unit as Unit | null }));
}

function filtered(db: Kysely<Database>, { organisationId, supplierId, from, to }: PriceListFilter) {
  let query = db
    .selectFrom("price_lists")
    .where("price_lists.organisation_id", "=", organisationId)
    .where("price_lists.deleted_at", "is", null);
  if (supplierId !== null) query = query.where("price_lists.supplier_id", "=", supplierId);
  if (to !== null) query = query.where("price_lists.valid_from", "<=", to);
  if (from !== null)
    query = query.where((eb) =>
      eb.or([eb("price_lists.valid_to", "is", null), eb("price_lists.valid_to", ">=", from)]),
    );
  return query;
}

const LINE_COLUMNS = [
  "price_list_id",
  "position",
  "offer_id",
  "code",
  "name",
  "search",
  "unit",
  "unit_grams",
  "unit_price_ht_e4",
] as const satisfies readonly (keyof PriceListLinesTable)[];

function lineRow(listId: Id, position: number, line: PriceListLine): PriceListLinesTable {
  return {
    price_list_id: listId,
    position,
    offer_id: line.offerId,
    code: line.code,
    name: line.name,
    search: searchKey(line.name),
    unit: line.unit,
    unit_grams: line.unitGrams,
    unit_price_ht_e4: line.unitPriceHtE4,
  };
}

function toPriceList(row: PriceListsTable): PriceList {
  return {
    id: row.id,
    supplierId: row.supplier_id,
    name: row.name,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

function toLine(row: PriceListLinesTable): PriceListLine {
  return {
    code: row.code,
    name: row.name,
    unit: row.unit as Unit,
    unitGrams: row.unit_grams,
    unitPriceHtE4: row.unit_price_ht_e4,
    offerId: row.offer_id,
  };
}
