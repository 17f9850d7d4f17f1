import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { OrderStatus } from "../../shared/order-statuses.ts";
import type { OrderKind } from "../../shared/orders.ts";
import type { Database } from "../database.ts";
import { executeMany } from "../execute-many.ts";
import { executePrepared } from "../prepared.ts";
import { searchPatterns, unaccented } from "../search-patterns.ts";
import type { OrdersTable } from "../tables/orders.ts";

/** One order in a list. */
export interface OrderSummary {
  id: Id;
  supplierId: Id;
  supplierName: string;
  kind: OrderKind;
  status: OrderStatus;
  reference: string | null;
  orderedOn: IsoDate;
  deliveredOn: IsoDate | null;
  invoicedOn: IsoDate | null;
  lines: number;
  /** HT, cents, signed. */
  amountHtCents: number;
}

/** Null: no bound. `search`: key made by searchKey, whose words are looked for, in any order, in the name of a line or of the supplier, or as they stand in the reference. */
export interface OrderFilter {
  canteenId: Id;
  supplierId: Id | null;
  status: OrderStatus | null;
  from: IsoDate | null;
  to: IsoDate | null;
  search: string | null;
  /** Of `listLineNames` for the search; absent or null: names are looked for in the same statement. */
  names?: readonly string[] | null;
}

/** The order, deleted or not, or undefined. */
export async function findOrder(
  db: Kysely<Database>,
  { canteenId, orderId }: { canteenId: Id; orderId: Id },
): Promise<OrdersTable | undefined> {
  const [row] = await executePrepared(db, {
    name: "order",
    asked: { canteenId, orderId },
    build: (asked) =>
      db
        .selectFrom("orders")
        .selectAll()
        .where("canteen_id", "=", asked.canteenId)
        .where("id", "=", asked.orderId),
  });
  return row;
}

/** The canteen's last order to the supplier that is neither a draft, a credit note nor deleted, or undefined. */
export function findLastOrder(
  db: Kysely<Database>,
  { canteenId, supplierId }: { canteenId: Id; supplierId: Id },
): Promise<OrdersTable | undefined> {
  return db
    .selectFrom("orders")
    .selectAll()
    .where("canteen_id", "=", canteenId)
    .where("supplier_id", "=", supplierId)
    .where("kind", "=", "ORDER")
    .where("status", "!=", "DRAFT")
    .where("deleted_at", "is", null)
    .orderBy("ordered_on", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Adds one order. */
export async function insertOrder(db: Kysely<Database>, row: OrdersTable): Promise<void> {
  await insertOrders(db, [row]);
}

/** Adds orders. */
export async function insertOrders(db: Kysely<Database>, rows: readonly OrdersTable[]): Promise<void> {
  await executeMany(db, {
    name: "insert orders",
    rows,
    columns: COLUMNS,
    statement: (some) => db.insertInto("orders").values(some),
  });
}

const COLUMNS = [
  "canteen_id",
  "id",
  "supplier_id",
  "kind",
  "status",
  "reference",
  "ordered_on",
  "expected_on",
  "delivered_on",
  "invoiced_on",
  "note",
  "import_id",
  "version",
  "created_by",
  "created_at",
  "updated_at",
  "deleted_at",
] as const satisfies readonly (keyof OrdersTable)[];

/** Replaces the order's columns; its key never changes. */
export async function updateOrder(db: Kysely<Database>, row: OrdersTable): Promise<void> {
  const { canteen_id, id, ...columns } = row;
  await db
    .updateTable("orders")
    .set(columns)
    .where("canteen_id", "=", canteen_id)
    .where("id", "=", id)
    .execute();
}

/** One page of a canteen's orders that are not deleted, latest first, and how many there are in all. */
export async function listOrders(
  db: Kysely<Database>,
  filter: OrderFilter,
  page: { offset: number; limit: number },
): Promise<{ total: number; orders: OrderSummary[] }> {
  const { total } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await filtered(db, filter)
    .innerJoin("suppliers", "suppliers.id", "orders.supplier_id")
    .select([
      "orders.id",
      "orders.supplier_id",
      "suppliers.name as supplier_name",
      "orders.kind",
      "orders.status",
      "orders.reference",
      "orders.ordered_on",
      "orders.delivered_on",
      "orders.invoiced_on",
    ])
    .select((eb) => [
      eb
        .selectFrom("order_lines")
        .select((line) => line.fn.countAll<number>().as("lines"))
        .whereRef("order_lines.canteen_id", "=", "orders.canteen_id")
        .whereRef("order_lines.order_id", "=", "orders.id")
        .as("lines"),
      eb
        .selectFrom("order_lines")
        .select((line) => line.fn.coalesce(line.fn.sum<number>("amount_ht_cents"), sql.lit(0)).as("amount"))
        .whereRef("order_lines.canteen_id", "=", "orders.canteen_id")
        .whereRef("order_lines.order_id", "=", "orders.id")
        .as("amount"),
    ])
    .orderBy("orders.ordered_on", "desc")
    .orderBy("orders.id", "desc")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return {
    total,
    orders: rows.map((row) => ({
      id: row.id,
      supplierId: row.supplier_id,
      supplierName: row.supplier_name,
      kind: row.kind as OrderKind,
      status: row.status as OrderStatus,
      reference: row.reference,
      orderedOn: row.ordered_on,
      deliveredOn: row.delivered_on,
      invoicedOn: row.invoiced_on,
      lines: row.lines ?? 0,
      amountHtCents: row.amount ?? 0,
    })),
  };
}

function filtered(db: Kysely<Database>, filter: OrderFilter) {
  let query = db
    .selectFrom("orders")
    .where("orders.canteen_id", "=", filter.canteenId)
    .where("orders.deleted_at", "is", null);
  if (filter.supplierId !== null) query = query.where("orders.supplier_id", "=", filter.supplierId);
  if (filter.status !== null) query = query.where("orders.status", "=", filter.status);
  if (filter.from !== null) query = query.where("orders.ordered_on", ">=", filter.from);
  if (filter.to !== null) query = query.where("orders.ordered_on", "<=", filter.to);
  const { search } = filter;
  if (search === null || search === "") return query;
  const words = searchPatterns(search);
  return query.where((eb) => {
    let suppliers = eb.selectFrom("suppliers as named").select("named.id");
    let names = eb
      .selectFrom("line_texts")
      .select("line_texts.search")
      .where("line_texts.canteen_id", "=", filter.canteenId);
    for (const word of words) {
      suppliers = suppliers.where("named.search", "like", word);
      names = names.where("line_texts.search", "like", word);
    }
    const named = eb
      .selectFrom("order_lines")
      .select("order_lines.order_id")
      .where("order_lines.canteen_id", "=", filter.canteenId)
      .where("order_lines.search", "in", filter.names ?? names);
    return eb.or([
      eb(unaccented(sql.ref("orders.reference")), "like", `%${search.replaceAll(" ", "%")}%`),
      eb("orders.supplier_id", "in", suppliers),
      eb("orders.id", "in", named),
    ]);
  });
}
