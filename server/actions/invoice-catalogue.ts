import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { listArticleAliases } from "../../db/queries/article-aliases.ts";
import { findCommune } from "../../db/queries/communes.ts";
import { findOffer, insertOffer, listOffersOfSupplier, updateOffer } from "../../db/queries/offers.ts";
import { findSupplier, findSupplierBySiret, insertSupplier } from "../../db/queries/suppliers.ts";
import type { Id } from "../../shared/ids.ts";
import type { KnownPurchase } from "../../shared/invoices/invoice-order.ts";
import { purchasesOf } from "../../shared/invoices/purchases.ts";
import type { InvoiceRecord } from "../../shared/invoices/record.ts";
import type { Invoice } from "../../shared/invoices.ts";
import type { Offer } from "../../shared/offers.ts";
import { gramsOfOne } from "../../shared/quantity.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { recogniseSeller } from "./recognise-seller.ts";
import { checkOffer } from "./save-offer.ts";
import { SHARED_STREAM, saveRecord } from "./save-record.ts";

/** Articles that an invoice's lines may be: the supplier's, and those just answered. */
export async function offersOfRecord(db: Kysely<Database>, record: InvoiceRecord): Promise<Map<Id, Offer>> {
  const stored = await listOffersOfSupplier(db, record.supplier.id);
  const answered = record.articles.map(({ id, input }) => ({ id, supplierId: record.supplier.id, ...input }));
  return new Map([...stored, ...answered].map((offer) => [offer.id, offer]));
}

/**
 * The record, of the supplier that the seller is by now when it would have made another: somebody else has made it
 * meanwhile. Its articles are those remembered under the same numbers.
 */
export async function ofKnownSupplier(
  db: Kysely<Database>,
  { invoice, record }: { invoice: Invoice; record: InvoiceRecord },
): Promise<InvoiceRecord> {
  const { id, create } = record.supplier;
  const { seller } = invoice;
  if (create === null || create.siret !== seller.siret || (await findSupplier(db, id)) !== undefined)
    return record;
  const known =
    seller.siret === null
      ? await recogniseSeller(db, seller)
      : ((await findSupplierBySiret(db, seller.siret)) ?? null);
  if (known === null) return record;
  const aliases = new Map(purchasesOf(invoice).map((purchase) => [purchase.key, purchase.aliases]));
  const remembered = await listArticleAliases(db, {
    supplierId: known.id,
    aliases: [...aliases.values()].flat(),
  });
  const lines = record.lines.map((line) => {
    const alias = aliases.get(line.key)?.find((name) => remembered.has(name));
    return alias === undefined ? line : { ...line, offerId: remembered.get(alias) ?? line.offerId };
  });
  const used = new Set(lines.map(({ offerId }) => offerId));
  const articles = record.articles.filter((article) => used.has(article.id));
  return { ...record, supplier: { id: known.id, create: null }, articles, lines };
}

/** The supplier and articles that a record brings, where they are not there yet. CONFLICT: the SIRET is another's. */
export async function createInvoiceCatalogue(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { supplier, articles }: InvoiceRecord,
): Promise<void> {
  const stored = await findSupplier(trx, supplier.id);
  if (stored === undefined) {
    if (supplier.create === null) throw new AppError("NOT_FOUND");
    await createSupplier(trx, ctx, { id: supplier.id, ...supplier.create });
  }
  for (const { id, input } of articles)
    await createOffer(trx, ctx, { id, supplierId: supplier.id, ...input });
}

/** An article whose weight nobody knew takes the one that a line of the invoice was given. */
export async function rememberWeights(
  trx: Transaction<Database>,
  ctx: ActionContext,
  known: readonly KnownPurchase[],
): Promise<void> {
  const done = new Set<Id>();
  for (const { offerId, purchase, unitGrams } of known) {
    if (offerId === null || unitGrams === null || done.has(offerId)) continue;
    const before = await findOffer(trx, offerId);
    const isSold =
      before !== undefined && before.unit === purchase.unit && gramsOfOne(before.unit, null) === null;
    if (!isSold || before.packGrams !== null) continue;
    done.add(offerId);
    const after = { ...before, packGrams: unitGrams };
    await saveRecord(trx, ctx, {
      stream: SHARED_STREAM,
      noun: "offers",
      id: offerId,
      before,
      after,
      write: () => updateOffer(trx, after),
    });
  }
}

async function createSupplier(
  trx: Transaction<Database>,
  ctx: ActionContext,
  after: Supplier,
): Promise<void> {
  if (after.siret !== null && (await findSupplierBySiret(trx, after.siret)) !== undefined)
    throw new AppError("CONFLICT", { field: "siret", reason: "siret-taken" });
  for (const code of [after.commune, after.productionCommune])
    if (code !== null && (await findCommune(trx, code)) === undefined) throw new AppError("NOT_FOUND");
  await saveRecord(trx, ctx, {
    stream: SHARED_STREAM,
    noun: "suppliers",
    id: after.id,
    before: undefined,
    after,
    write: () => insertSupplier(trx, { ...after, createdAt: ctx.now }),
  });
}

async function createOffer(trx: Transaction<Database>, ctx: ActionContext, after: Offer): Promise<void> {
  const stored = await findOffer(trx, after.id);
  if (stored !== undefined && stored.supplierId !== after.supplierId) throw new AppError("CONFLICT");
  if (stored !== undefined) return;
  if ((await checkOffer(trx, after)).length > 0) throw new AppError("NOT_FOUND");
  await saveRecord(trx, ctx, {
    stream: SHARED_STREAM,
    noun: "offers",
    id: after.id,
    before: undefined,
    after,
    write: () => insertOffer(trx, { ...after, createdAt: ctx.now }),
  });
}
