import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { fromJsonText } from "../../db/json.ts";
import { listArticleAliases } from "../../db/queries/article-aliases.ts";
import { listInvoiceOrders, listOpenOrders } from "../../db/queries/invoice-orders.ts";
import { findInvoice } from "../../db/queries/invoices.ts";
import { listOffersOfSupplier } from "../../db/queries/offers.ts";
import { listOrderLines } from "../../db/queries/order-lines.ts";
import { findOrder } from "../../db/queries/orders.ts";
import { findSupplier } from "../../db/queries/suppliers.ts";
import type { InvoicesTable } from "../../db/tables/invoices.ts";
import { addDays } from "../../shared/calendar.ts";
import type { FileKind } from "../../shared/file-kinds.ts";
import type { Id } from "../../shared/ids.ts";
import { articleOfAliases } from "../../shared/invoices/aliases.ts";
import { purchasesOf } from "../../shared/invoices/purchases.ts";
import { MAX_MATCHED_ORDERS } from "../../shared/invoices/record.ts";
import type { InvoiceReview } from "../../shared/invoices/review.ts";
import type { InvoiceState } from "../../shared/invoices/states.ts";
import type { Invoice, InvoiceRefusalCode } from "../../shared/invoices.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Offer } from "../../shared/offers.ts";
import { AppError } from "../app-error.ts";
import { recogniseSeller, supplierOfSeller } from "./recognise-seller.ts";
import { orderOfRows } from "./save-order.ts";
import { loadSurroundings } from "./surroundings.ts";

/** An invoice answers to an order of at most so many days before. */
const WINDOW_DAYS = 60;

/**
 * The document of the canteen with what is known of its seller and articles. `chosen`: the supplier a person says it
 * is; null: the one that is recognised. NOT_FOUND: the canteen has no such document.
 */
export async function reviewInvoice(
  db: Kysely<Database>,
  { canteenId, invoiceId, chosen }: { canteenId: Id; invoiceId: Id; chosen: Id | null },
): Promise<InvoiceReview> {
  const row = await findInvoice(db, { canteenId, invoiceId });
  if (row === undefined) throw new AppError("NOT_FOUND");
  const invoice = row.content === null ? null : fromJsonText<Invoice>(row.content);
  const recognised = invoice === null ? null : await recogniseSeller(db, invoice.seller);
  const supplierId = row.state === "RECORDED" ? row.supplier_id : (chosen ?? recognised?.id ?? null);
  const supplier = supplierId === null ? undefined : await findSupplier(db, supplierId);
  const isOpen = row.state === "REVIEW" && invoice !== null && supplier !== undefined;
  const offers = isOpen ? (await listOffersOfSupplier(db, supplier.id)).filter(({ active }) => active) : [];
  return {
    id: row.id,
    state: await stateOf(db, row),
    media: row.media as FileKind,
    fileName: row.file_name,
    fileId: row.file_id,
    createdAt: row.created_at,
    recordedAt: row.recorded_at,
    orderId: row.order_id,
    orderIds: (await listInvoiceOrders(db, { canteenId, invoiceId })).map((held) => held.order_id),
    invoice,
    refusal: row.refusal as InvoiceRefusalCode | null,
    supplier:
      supplier === undefined
        ? null
        : {
            id: supplier.id,
            name: supplier.name,
            by: supplier.id === recognised?.id ? recognised.by : "MEMORY",
          },
    newSupplier: invoice === null ? null : await supplierOfSeller(db, invoice.seller),
    articles: isOpen ? await knownArticles(db, { supplierId: supplier.id, invoice, offers }) : {},
    offers,
    surroundings: await surroundingsOf(db, { canteenId, supplierId: supplier?.id ?? null, offers }),
    candidates: isOpen ? await candidatesOf(db, { canteenId, supplierId: supplier.id, invoice }) : [],
  };
}

/** What is attached to an order that was never sent, or is deleted, still is to review. */
export async function stateOf(db: Kysely<Database>, row: InvoicesTable): Promise<InvoiceState> {
  if (row.state !== "ATTACHED" || row.order_id === null) return row.state as InvoiceState;
  const order = await findOrder(db, { canteenId: row.canteen_id, orderId: row.order_id });
  return order === undefined || order.deleted_at !== null ? "REVIEW" : "ATTACHED";
}

/** By purchase key: what was remembered, else what the catalogue's own numbers and names say. */
async function knownArticles(
  db: Kysely<Database>,
  { supplierId, invoice, offers }: { supplierId: Id; invoice: Invoice; offers: readonly Offer[] },
): Promise<Record<string, Id>> {
  const purchases = purchasesOf(invoice);
  const aliases = purchases.flatMap((purchase) => purchase.aliases);
  const remembered = await listArticleAliases(db, { supplierId, aliases });
  const known: Record<string, Id> = {};
  for (const purchase of purchases) {
    const alias = purchase.aliases.find((name) => remembered.has(name));
    const offerId =
      alias === undefined ? articleOfAliases(purchase.aliases, offers) : (remembered.get(alias) ?? null);
    if (offerId !== null) known[purchase.key] = offerId;
  }
  return known;
}

async function surroundingsOf(
  db: Kysely<Database>,
  { canteenId, supplierId, offers }: { canteenId: Id; supplierId: Id | null; offers: readonly Offer[] },
): Promise<InvoiceReview["surroundings"]> {
  const producers = offers.flatMap((offer) => offer.producerId ?? []);
  const around = await loadSurroundings(db, canteenId, {
    supplierIds: [...new Set([...(supplierId === null ? [] : [supplierId]), ...producers])],
    productIds: [...new Set(offers.flatMap((offer) => offer.productId ?? []))],
    communes: [...new Set(offers.flatMap((offer) => offer.originCommunes))],
  });
  return {
    canteen: around.canteen,
    definitions: around.definitions,
    suppliers: [...around.suppliers.values()],
    products: [...around.products.values()],
    places: [...around.places.values()],
  };
}

/** A credit note answers to no order: it takes back what one brought. */
async function candidatesOf(
  db: Kysely<Database>,
  { canteenId, supplierId, invoice }: { canteenId: Id; supplierId: Id; invoice: Invoice },
): Promise<InvoiceReview["candidates"]> {
  const { date } = invoice;
  if (date === null || invoice.kind === "CREDIT_NOTE") return [];
  const window = { canteenId, supplierId, from: addDays(date, -WINDOW_DAYS), to: date };
  const rows = await listOpenOrders(db, window, MAX_MATCHED_ORDERS);
  const references = [invoice.orderReference, invoice.despatchReference].map((text) => searchKey(text ?? ""));
  const candidates: InvoiceReview["candidates"] = [];
  for (const row of rows) {
    const lines = await listOrderLines(db, { canteenId, orderId: row.id });
    const reference = searchKey(row.reference ?? "");
    candidates.push({
      order: orderOfRows(row, lines),
      byReference: reference !== "" && references.includes(reference),
    });
  }
  return candidates.sort((one, other) => Number(other.byReference) - Number(one.byReference));
}
