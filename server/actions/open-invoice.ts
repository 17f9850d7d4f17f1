import { constraintOf } from "../../db/constraint.ts";
import { toJsonText } from "../../db/json.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { findUploadedFile } from "../../db/queries/files.ts";
import { findInvoice, findSameInvoice, insertInvoice } from "../../db/queries/invoices.ts";
import type { FilesTable } from "../../db/tables/files.ts";
import type { InvoicesTable } from "../../db/tables/invoices.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { OpenedInvoice } from "../../shared/invoices/opened.ts";
import { declaredHtCents, gapOf } from "../../shared/invoices/purchases.ts";
import { invoiceKeyOf } from "../../shared/invoices/sellers.ts";
import type { Invoice, InvoiceRefusalCode } from "../../shared/invoices.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { fileKind } from "../readers/file-kind.ts";
import { recogniseSeller } from "./recognise-seller.ts";

/** What a document of this kind was read to be. */
export interface ReadDocument {
  invoice: Invoice | null;
  refusal: InvoiceRefusalCode | null;
}

export interface InvoiceOpening {
  canteenId: Id;
  fileId: string;
  invoiceId: Id;
  /** Reads the bytes as an invoice, aside. */
  read: (bytes: Uint8Array) => Promise<ReadDocument>;
}

/**
 * Takes a file that the caller dropped in as a document of the canteen, to be reviewed. NOT_FOUND: the caller dropped no
 * such file. The canteen's own same invoice, or same bytes, is answered instead of taking it twice.
 */
export async function openInvoice(ctx: ActionContext, opening: InvoiceOpening): Promise<OpenedInvoice> {
  const { canteenId, fileId, invoiceId } = opening;
  const file =
    ctx.userId === null ? undefined : await findUploadedFile(ctx.reader, { fileId, userId: ctx.userId });
  if (file === undefined) throw new AppError("NOT_FOUND");
  const bytes = new Uint8Array(file.content);
  const media = fileKind(bytes);
  if (media !== "invoice-xml" && media !== "pdf" && media !== "image")
    return { opened: false, sameId: null, refusal: "INVOICE_TYPE" };
  const read = media === "image" ? { invoice: null, refusal: null } : await opening.read(bytes);
  if (media === "invoice-xml" && read.refusal !== null)
    return { opened: false, sameId: null, refusal: read.refusal };
  const key = { canteenId, fileId, invoiceKey: read.invoice === null ? null : invoiceKeyOf(read.invoice) };
  const seller = read.invoice === null ? null : await recogniseSeller(ctx.reader, read.invoice.seller);
  try {
    return await inTransaction(ctx.db, async (trx): Promise<OpenedInvoice> => {
      await lockCanteen(trx, ctx.engine, canteenId);
      const stored = await findInvoice(trx, { canteenId, invoiceId });
      if (stored !== undefined) {
        if (stored.file_id !== fileId) throw new AppError("CONFLICT");
        return { opened: true, invoiceId };
      }
      const same = await findSameInvoice(trx, key);
      if (same !== undefined) return { opened: false, sameId: same.id, refusal: null };
      const row = invoiceRow(ctx, {
        canteenId,
        invoiceId,
        file,
        media,
        read,
        supplierId: seller?.id ?? null,
      });
      await insertInvoice(trx, row);
      await appendAudit(trx, ctx, {
        stream: canteenId,
        noun: "invoices",
        nounId: invoiceId,
        action: "received",
        before: null,
        after: auditedInvoice(row),
      });
      return { opened: true, invoiceId };
    });
  } catch (error) {
    if (constraintOf(error) !== "unique") throw error;
    const same = await findSameInvoice(ctx.db, key);
    if (same === undefined) throw error;
    return { opened: false, sameId: same.id, refusal: null };
  }
}

/** What the audit keeps of a document: which original, what it says, and what became of it. */
export function auditedInvoice(row: InvoicesTable): Record<string, unknown> {
  return {
    number: row.number,
    sellerName: row.seller_name,
    supplierId: row.supplier_id,
    invoiceState: row.state,
    issuedOn: row.issued_on,
    taxExclusiveCents: row.tax_exclusive_cents,
    gapCents: row.gap_cents,
    differenceCents: row.difference_cents,
    orderId: row.order_id,
    fileName: row.file_name,
    sha256: row.file_id,
  };
}

/** The row of a document just read, to be reviewed. */
export function invoiceRow(
  ctx: Pick<ActionContext, "now" | "userId">,
  {
    canteenId,
    invoiceId,
    file,
    media,
    read: { invoice, refusal },
    supplierId,
  }: {
    canteenId: Id;
    invoiceId: Id;
    file: Pick<FilesTable, "id" | "name">;
    media: InvoicesTable["media"];
    read: ReadDocument;
    supplierId: Id | null;
  },
): InvoicesTable {
  return {
    canteen_id: canteenId,
    id: invoiceId,
    file_id: file.id,
    file_name: file.name,
    media,
    state: "REVIEW",
    kind: invoice?.kind ?? null,
    number: invoice?.number ?? null,
    issued_on: invoice?.date ?? null,
    supplier_id: supplierId,
    seller_name: invoice?.seller.name ?? null,
    seller_siren: invoice?.seller.siren ?? null,
    search: searchKey(`${invoice?.number ?? ""} ${invoice?.seller.name ?? ""} ${file.name}`),
    tax_exclusive_cents: invoice === null ? null : declaredHtCents(invoice),
    tax_cents: invoice?.totals.taxCents ?? null,
    tax_inclusive_cents: invoice?.totals.taxInclusiveCents ?? null,
    gap_cents: invoice === null ? 0 : gapOf(invoice),
    difference_cents: null,
    invoice_key: invoice === null ? null : invoiceKeyOf(invoice),
    content: invoice === null ? null : toJsonText(invoice),
    refusal,
    order_id: null,
    created_by: ctx.userId,
    created_at: ctx.now,
    recorded_at: null,
  };
}
