import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { noteUpload, saveFile } from "../../db/queries/files.ts";
import type { ActionContext } from "../../server/action-context.ts";
import { openInvoice } from "../../server/actions/open-invoice.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Invoice, InvoiceAdjustment, InvoiceLine, InvoiceParty } from "../../shared/invoices.ts";
import { NOW } from "./seed.ts";

/** A SIREN and a SIRET with right keys. */
export const SELLER_SIREN = "732829320";
export const SELLER_SIRET = "73282932000074";

export function aParty(party: Partial<InvoiceParty> = {}): InvoiceParty {
  return {
    name: "Primeurs d'Artois",
    tradingName: null,
    siren: null,
    siret: null,
    vat: null,
    ids: [],
    address: null,
    ...party,
  };
}

/** 10 kg of carrots at 2,00 € unless said otherwise. */
export function anInvoiceLine(line: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    id: "1",
    parentId: null,
    fromTotals: false,
    name: "Carottes",
    description: null,
    note: null,
    quantity: "10",
    unit: "KGM",
    unitPrice: "2",
    priceBaseQuantity: "1",
    priceBaseUnit: null,
    grossPrice: null,
    priceDiscount: null,
    netCents: 2_000,
    allowances: [],
    charges: [],
    vatCategory: "S",
    vatRate: "5.5",
    originCountry: null,
    sellerItemId: null,
    buyerItemId: null,
    gtin: null,
    standardIds: [],
    classification: [],
    attributes: [],
    orderLineReference: null,
    packQuantity: null,
    period: null,
    lots: [],
    ...line,
  };
}

export function anAdjustment(adjustment: Partial<InvoiceAdjustment> = {}): InvoiceAdjustment {
  return {
    cents: 100,
    baseCents: null,
    percent: null,
    reason: null,
    reasonCode: null,
    vatCategory: null,
    vatRate: null,
    ...adjustment,
  };
}

/** An invoice of one line of 10 October 2026, whose totals are those of its lines unless said otherwise. */
export function anInvoice(invoice: Partial<Invoice> = {}): Invoice {
  const { lines = [anInvoiceLine()], allowances = [], charges = [] } = invoice;
  const sum = (parts: readonly { cents: number }[]) => parts.reduce((total, { cents }) => total + cents, 0);
  const linesCents = lines.reduce((total, line) => total + (line.netCents ?? 0), 0);
  const exclusive = linesCents - sum(allowances) + sum(charges);
  return {
    syntax: "UBL",
    profile: "EN 16931",
    guideline: null,
    number: "F2026-101",
    date: "2026-10-10",
    dueOn: null,
    deliveredOn: null,
    period: null,
    type: "380",
    kind: "INVOICE",
    writtenSign: 1,
    currency: "EUR",
    orderReference: null,
    salesOrderReference: null,
    buyerReference: null,
    contractReference: null,
    despatchReference: null,
    precedingInvoices: [],
    notes: [],
    seller: aParty({ siren: SELLER_SIREN, siret: SELLER_SIRET }),
    buyer: aParty({ name: "Collège d'essai" }),
    deliverTo: null,
    lines,
    details: [],
    allowances,
    charges,
    totals: {
      linesCents,
      allowancesCents: sum(allowances),
      chargesCents: sum(charges),
      taxExclusiveCents: exclusive,
      taxCents: null,
      taxInclusiveCents: null,
      prepaidCents: null,
      roundingCents: null,
      payableCents: null,
    },
    taxes: [],
    issues: [],
    ...invoice,
  };
}

/** An XML that says it is an invoice; what is read of it is given by the test. */
export function invoiceBytes(mark: string): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0"?><Invoice><ID>${mark}</ID></Invoice>`);
}

/** A file dropped by the person of the context. Returns the id it is kept under. */
export async function seedDropped(
  db: Kysely<Database>,
  { userId, bytes, name = "facture.xml" }: { userId: Id; bytes: Uint8Array; name?: string },
): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  const fileId = Buffer.from(hash).toString("hex");
  await saveFile(db, {
    id: fileId,
    name,
    media_type: "application/octet-stream",
    size: bytes.length,
    content: Buffer.from(bytes),
    created_at: NOW,
  });
  await noteUpload(db, { fileId, userId, now: NOW });
  return fileId;
}

/** An invoice taken in for the canteen, to be reviewed. */
export async function seedInvoice(
  ctx: ActionContext,
  { canteenId, invoice = anInvoice() }: { canteenId: Id; invoice?: Invoice },
): Promise<Id> {
  const userId = ctx.userId ?? "";
  const invoiceId = newId();
  const fileId = await seedDropped(ctx.db, { userId, bytes: invoiceBytes(invoiceId) });
  const opened = await openInvoice(ctx, {
    canteenId,
    fileId,
    invoiceId,
    read: async () => ({ invoice, refusal: null }),
  });
  if (!opened.opened) throw new Error(`not opened: ${JSON.stringify(opened)}`);
  return invoiceId;
}
