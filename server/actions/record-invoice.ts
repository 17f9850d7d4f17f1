import type { Kysely, Transaction } from "kysely";
import { constraintOf } from "../../db/constraint.ts";
import type { Database } from "../../db/database.ts";
import { fromJsonText } from "../../db/json.ts";
import { saveArticleAliases } from "../../db/queries/article-aliases.ts";
import { saveArticleCodes } from "../../db/queries/article-codes.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { findInvoice, updateInvoice } from "../../db/queries/invoices.ts";
import { saveSellerAliases } from "../../db/queries/seller-aliases.ts";
import type { InvoicesTable } from "../../db/tables/invoices.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import { codeKey } from "../../shared/invoices/aliases.ts";
import type { KnownPurchase } from "../../shared/invoices/invoice-order.ts";
import { factsOfOffer, orderOfInvoice } from "../../shared/invoices/invoice-order.ts";
import {
  declaredHtCents,
  gapOf,
  isForeign,
  purchasesOf,
  sumOfPurchases,
} from "../../shared/invoices/purchases.ts";
import type { InvoiceRecord, RecordResult } from "../../shared/invoices/record.ts";
import { sellerAliasesOf } from "../../shared/invoices/sellers.ts";
import type { Invoice } from "../../shared/invoices.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Offer } from "../../shared/offers.ts";
import { lineAmounts } from "../../shared/order-amounts.ts";
import type { Order } from "../../shared/orders.ts";
import { checkOrder } from "../../shared/orders.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import {
  createInvoiceCatalogue,
  offersOfRecord,
  ofKnownSupplier,
  rememberWeights,
} from "./invoice-catalogue.ts";
import { auditedInvoice } from "./open-invoice.ts";
import { stateOf } from "./review-invoice.ts";
import type { Recorded } from "./settle-orders.ts";
import { keepOrders, linkLines, settledOrders, storedOrders } from "./settle-orders.ts";

/**
 * Writes a reviewed invoice in one transaction: its supplier and articles where they are new, its order or the stored
 * one it answers to, which line comes from where, and what is remembered for the next. Sent again, it changes nothing.
 * NOT_FOUND: no such document, supplier, article or order; CONFLICT: another record, or an order that has changed since.
 */
export async function recordInvoice(
  ctx: ActionContext,
  canteenId: Id,
  record: InvoiceRecord,
): Promise<RecordResult> {
  try {
    return await recordOnce(ctx, canteenId, record);
  } catch (error) {
    const makesSupplier = record.supplier.create !== null && record.supplier.create.siret !== null;
    if (!makesSupplier || constraintOf(error) !== "unique") throw error;
    // Another canteen has just made the supplier of that SIRET: it is there to be used now.
    return await recordOnce(ctx, canteenId, record);
  }
}

function recordOnce(ctx: ActionContext, canteenId: Id, sent: InvoiceRecord): Promise<RecordResult> {
  return inTransaction(ctx.db, async (trx) => {
    // Before the canteen's, as an import does: a seller without a SIRET is told apart by its name alone.
    if (sent.supplier.create !== null) await lockCanteen(trx, ctx.engine, "suppliers");
    await lockCanteen(trx, ctx.engine, canteenId);
    const row = await findInvoice(trx, { canteenId, invoiceId: sent.invoiceId });
    if (row === undefined) throw new AppError("NOT_FOUND");
    if (row.state === "RECORDED") return recordedBefore(row, sent);
    if ((await stateOf(trx, row)) === "ATTACHED") throw new AppError("DOCUMENT_ATTACHED");
    const invoice = recordable(row);
    const record = await ofKnownSupplier(trx, { invoice, record: sent });
    const gapCents = gapOf(invoice);
    if (asksAcceptance(invoice) && record.acceptedGapCents !== gapCents)
      return { recorded: false, issues: [], gapCents };
    const known = await knownPurchases(trx, { invoice, record });
    const before = await storedOrders(trx, { canteenId, record });
    const orders =
      before.length === 0
        ? [freshOrder(ctx, { invoice, known, record })]
        : settledOrders(before, { invoice, known, record });
    const issues = orders.flatMap((order) => checkOrder(order, ctx.today));
    if (issues.length > 0) return { recorded: false, issues, gapCents: null };
    await createInvoiceCatalogue(trx, ctx, record);
    const differenceCents =
      orders.reduce((sum, order) => sum + amountOf(order), 0) -
      (declaredHtCents(invoice) ?? sumOfPurchases(purchasesOf(invoice)));
    await keepRecord(trx, ctx, {
      row,
      after: {
        ...row,
        state: "RECORDED",
        supplier_id: record.supplier.id,
        difference_cents: differenceCents,
        order_id: record.order.id,
        recorded_at: ctx.now,
      },
      accepted: record.acceptedGapCents,
    });
    await keepOrders(trx, ctx, { row, orders, before });
    await linkLines(trx, { row, orders, known, before });
    await remember(trx, ctx, { canteenId, invoice, record, known });
    await rememberWeights(trx, ctx, known);
    return { recorded: true, orderId: record.order.id, differenceCents };
  });
}

/** The answer to a first sending may have been lost: the same order again is the same record. */
function recordedBefore(row: InvoicesTable, record: InvoiceRecord): RecordResult {
  if (row.order_id !== record.order.id) throw new AppError("CONFLICT");
  return { recorded: true, orderId: record.order.id, differenceCents: row.difference_cents ?? 0 };
}

/** What was read, in euros. */
function recordable({ content }: InvoicesTable): Invoice {
  if (content === null) throw new AppError("INVALID", { reason: "no-data" });
  const invoice = fromJsonText<Invoice>(content);
  if (isForeign(invoice)) throw new AppError("INVALID", { reason: "currency" });
  return invoice;
}

/** Sums that differ, or a fault the reader calls blocking: a person says that it may be recorded all the same. */
export function asksAcceptance(invoice: Invoice): boolean {
  return gapOf(invoice) !== 0 || invoice.issues.some(({ severity }) => severity === "blocking");
}

/** Every purchase of the invoice once, with the article chosen for it. */
async function knownPurchases(
  db: Kysely<Database>,
  { invoice, record }: { invoice: Invoice; record: InvoiceRecord },
): Promise<KnownPurchase[]> {
  const purchases = purchasesOf(invoice);
  const lines = new Map(record.lines.map((line) => [line.key, line]));
  if (lines.size !== record.lines.length || lines.size !== purchases.length)
    throw new AppError("INVALID", { field: "lines" });
  const offers = await offersOfRecord(db, record);
  return purchases.map((purchase) => {
    const line = lines.get(purchase.key);
    if (line === undefined) throw new AppError("INVALID", { field: "lines" });
    const offer = line.offerId === null ? null : offerFor(line.offerId, offers);
    if (purchase.kind === "line" && offer === null)
      throw new AppError("INVALID", { field: "lines", reason: "no-article" });
    return {
      purchase,
      lineId: line.lineId,
      offerId: offer?.id ?? null,
      facts: offer === null ? null : factsOfOffer(offer),
      unitGrams: line.unitGrams,
    };
  });
}

function offerFor(id: Id, offers: ReadonlyMap<Id, Offer>): Offer {
  const offer = offers.get(id);
  if (offer === undefined) throw new AppError("NOT_FOUND");
  return offer;
}

function freshOrder(ctx: ActionContext, { invoice, known, record }: Recorded): Order {
  return orderOfInvoice(invoice, {
    orderId: record.order.id,
    supplierId: record.supplier.id,
    known,
    today: ctx.today,
  });
}

async function keepRecord(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { row, after, accepted }: { row: InvoicesTable; after: InvoicesTable; accepted: number | null },
): Promise<void> {
  await updateInvoice(trx, after);
  await appendAudit(trx, ctx, {
    stream: row.canteen_id,
    noun: "invoices",
    nounId: row.id,
    action: accepted === null ? "recorded" : "recorded-with-gap",
    before: auditedInvoice(row),
    after: { ...auditedInvoice(after), acceptedGapCents: accepted },
  });
}

async function remember(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { canteenId, invoice, record, known }: Recorded & { canteenId: Id },
): Promise<void> {
  const supplierId = record.supplier.id;
  await saveSellerAliases(trx, { supplierId, aliases: sellerAliasesOf(invoice.seller), now: ctx.now });
  const aliases = new Map<string, Id>();
  for (const { purchase, offerId } of known)
    if (offerId !== null) for (const alias of purchase.aliases) aliases.set(alias, offerId);
  await saveArticleAliases(trx, { supplierId, aliases, now: ctx.now });
  // A statement of the same seller gives its own item numbers too.
  const codes = new Map<string, string>();
  for (const line of invoice.lines) {
    const code = codeKey(line.sellerItemId);
    const name = line.name ?? line.description;
    if (code !== null && name !== null) codes.set(code, searchKey(name));
  }
  const rows = [...codes].map(([code, search]) => ({ supplierId, code, search }));
  await saveArticleCodes(trx, { canteenId, now: ctx.now }, rows);
}

function amountOf(order: Order): number {
  return order.lines.reduce((sum, line) => sum + lineAmounts(line, order.kind).amountHtCents, 0);
}
