import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { FileKind } from "../../shared/file-kinds.ts";
import type { Id } from "../../shared/ids.ts";
import type { InvoiceState } from "../../shared/invoices/states.ts";
import type { InvoiceFilter, InvoiceSummary } from "../../shared/invoices/summary.ts";
import type { InvoiceKind } from "../../shared/invoices.ts";
import type { Database } from "../database.ts";
import { searchPatterns } from "../search-patterns.ts";
import type { InvoicesTable } from "../tables/invoices.ts";

/** The document of the canteen, or undefined. */
export function findInvoice(
  db: Kysely<Database>,
  key: { canteenId: Id; invoiceId: Id },
): Promise<InvoicesTable | undefined> {
  return db
    .selectFrom("invoices")
    .selectAll()
    .where("canteen_id", "=", key.canteenId)
    .where("id", "=", key.invoiceId)
    .executeTakeFirst();
}

/** The canteen's document with the same bytes, or the same seller, number and year; undefined when it is the first. */
export async function findSameInvoice(
  db: Kysely<Database>,
  { canteenId, fileId, invoiceKey }: { canteenId: Id; fileId: string; invoiceKey: string | null },
): Promise<InvoicesTable | undefined> {
  return await db
    .selectFrom("invoices")
    .selectAll()
    .where("canteen_id", "=", canteenId)
    .where((eb) =>
      invoiceKey === null
        ? eb("file_id", "=", fileId)
        : eb.or([eb("file_id", "=", fileId), eb("invoice_key", "=", invoiceKey)]),
    )
    .orderBy("created_at")
    .orderBy("id")
    .executeTakeFirst();
}

/** Adds a document. Throws the engine's unique constraint when the canteen has it already. */
export async function insertInvoice(db: Kysely<Database>, row: InvoicesTable): Promise<void> {
  await db.insertInto("invoices").values(row).execute();
}

/** Replaces everything but the key. */
export async function updateInvoice(db: Kysely<Database>, row: InvoicesTable): Promise<void> {
  const { canteen_id, id, ...columns } = row;
  await db
    .updateTable("invoices")
    .set(columns)
    .where("canteen_id", "=", canteen_id)
    .where("id", "=", id)
    .execute();
}

/** Forgets a document and what its lines became; the order itself is not touched. */
export async function deleteInvoice(
  db: Kysely<Database>,
  key: { canteenId: Id; invoiceId: Id },
): Promise<void> {
  await deleteInvoiceLines(db, key);
  await db
    .deleteFrom("invoices")
    .where("canteen_id", "=", key.canteenId)
    .where("id", "=", key.invoiceId)
    .execute();
}

/** One page of a canteen's documents, the latest that came first, and how many there are in all. */
export async function listInvoices(
  db: Kysely<Database>,
  filter: InvoiceFilter & { canteenId: Id },
  page: { offset: number; limit: number },
): Promise<{ total: number; invoices: InvoiceSummary[] }> {
  const { total } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await filtered(db, filter)
    .leftJoin("suppliers", "suppliers.id", "invoices.supplier_id")
    .select(SUMMARY)
    .select(STATE.as("state"))
    .select("suppliers.name as supplier_name")
    .orderBy("invoices.created_at", "desc")
    .orderBy("invoices.id", "desc")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { total, invoices: rows.map((row) => ({ ...toSummary(row), supplierName: row.supplier_name })) };
}

/** Documents of these orders of a canteen, by order then the first that came. */
export async function listInvoicesOfOrders(
  db: Kysely<Database>,
  { canteenId, orderIds }: { canteenId: Id; orderIds: readonly Id[] },
): Promise<{ orderId: Id; id: Id; number: string | null; fileName: string; media: FileKind }[]> {
  if (orderIds.length === 0) return [];
  const ids = [...new Set(orderIds)];
  const columns = ["invoices.id", "invoices.number", "invoices.file_name", "invoices.media"] as const;
  const attached = db
    .selectFrom("invoices")
    .select([...columns, "invoices.created_at", "invoices.order_id as of_order"])
    .where("invoices.canteen_id", "=", canteenId)
    .where("invoices.order_id", "in", ids)
    .where("invoices.state", "=", "ATTACHED");
  const recorded = db
    .selectFrom("invoices")
    .innerJoin("invoice_orders", (join) =>
      join
        .onRef("invoice_orders.canteen_id", "=", "invoices.canteen_id")
        .onRef("invoice_orders.invoice_id", "=", "invoices.id"),
    )
    .select([...columns, "invoices.created_at", "invoice_orders.order_id as of_order"])
    .where("invoice_orders.canteen_id", "=", canteenId)
    .where("invoice_orders.order_id", "in", ids)
    .where("invoice_orders.undone_at", "is", null);
  const rows = await attached
    .unionAll(recorded)
    .orderBy("of_order")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    orderId: row.of_order ?? "",
    id: row.id,
    number: row.number,
    fileName: row.file_name,
    media: row.media as FileKind,
  }));
}

/** Notes which lines of the order come from which lines of the invoice. */
export async function insertInvoiceLines(
  db: Kysely<Database>,
  key: { canteenId: Id; invoiceId: Id },
  lines: readonly { orderLineId: Id; purchaseKey: string }[],
): Promise<void> {
  if (lines.length === 0) return;
  await db
    .insertInto("invoice_lines")
    .values(
      lines.map((line) => ({
        canteen_id: key.canteenId,
        invoice_id: key.invoiceId,
        order_line_id: line.orderLineId,
        purchase_key: line.purchaseKey,
      })),
    )
    .execute();
}

/** Forgets which lines come from the invoice. */
export async function deleteInvoiceLines(
  db: Kysely<Database>,
  key: { canteenId: Id; invoiceId: Id },
): Promise<void> {
  await db
    .deleteFrom("invoice_lines")
    .where("canteen_id", "=", key.canteenId)
    .where("invoice_id", "=", key.invoiceId)
    .execute();
}

/** What is attached to an order that was never sent, or is deleted, counts nowhere: it still is to review. */
const STATE = sql<InvoiceState>`case when invoices.state = 'ATTACHED' and not exists (
  select 1 from orders
  where orders.canteen_id = invoices.canteen_id and orders.id = invoices.order_id and orders.deleted_at is null
) then 'REVIEW' else invoices.state end`;

const SUMMARY = [
  "invoices.id",
  "invoices.media",
  "invoices.file_name",
  "invoices.kind",
  "invoices.number",
  "invoices.issued_on",
  "invoices.supplier_id",
  "invoices.seller_name",
  "invoices.tax_exclusive_cents",
  "invoices.tax_inclusive_cents",
  "invoices.gap_cents",
  "invoices.difference_cents",
  "invoices.order_id",
  "invoices.created_at",
] as const;

type SummaryRow = Pick<
  InvoicesTable,
  (typeof SUMMARY)[number] extends `invoices.${infer Column}` ? Column & keyof InvoicesTable : never
>;

function toSummary(row: SummaryRow & { state: InvoiceState }): Omit<InvoiceSummary, "supplierName"> {
  return {
    id: row.id,
    state: row.state,
    media: row.media as FileKind,
    fileName: row.file_name,
    kind: row.kind as InvoiceKind | null,
    number: row.number,
    issuedOn: row.issued_on as IsoDate | null,
    supplierId: row.supplier_id,
    sellerName: row.seller_name,
    taxExclusiveCents: row.tax_exclusive_cents,
    taxInclusiveCents: row.tax_inclusive_cents,
    gapCents: row.gap_cents,
    differenceCents: row.difference_cents,
    orderId: row.order_id,
    createdAt: row.created_at as IsoInstant,
  };
}

function filtered(db: Kysely<Database>, filter: InvoiceFilter & { canteenId: Id }) {
  let query = db.selectFrom("invoices").where("invoices.canteen_id", "=", filter.canteenId);
  if (filter.state !== null) query = query.where(STATE, "=", filter.state);
  if (filter.supplierId !== null) query = query.where("invoices.supplier_id", "=", filter.supplierId);
  if (filter.from !== null) query = query.where("invoices.issued_on", ">=", filter.from);
  if (filter.to !== null) query = query.where("invoices.issued_on", "<=", filter.to);
  if (filter.differing)
    query = query.where((eb) =>
      eb.or([eb("invoices.gap_cents", "!=", 0), eb("invoices.difference_cents", "!=", 0)]),
    );
  for (const pattern of searchPatterns(filter.search))
    query = query.where("invoices.search", "like", pattern);
  return query;
}
