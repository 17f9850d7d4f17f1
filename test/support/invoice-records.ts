import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import { purchasesOf } from "../../shared/invoices/purchases.ts";
import type { InvoiceRecord } from "../../shared/invoices/record.ts";
import type { Invoice } from "../../shared/invoices.ts";
import type { OfferInput } from "../../shared/offers.ts";
import { anInvoice } from "./invoices.ts";

/** An organic article of a wholesaler. */
export const ARTICLE: OfferInput = {
  productId: null,
  code: null,
  name: "Carottes",
  family: "FRUITS_ET_LEGUMES",
  unit: "KG",
  packGrams: null,
  vatBp: 550,
  claims: ["BIO"],
  organicStage: "AB",
  certifiedShareBp: null,
  producerId: null,
  originCommunes: ["62498"],
  origin: "FRANCE",
  intermediaries: 1,
  active: true,
};

/** Every seller of its own: what is remembered of one says nothing of another test's. */
export function ofSeller(invoice: Partial<Invoice> = {}, name = `Vendeur ${newId()}`): Invoice {
  const base = anInvoice(invoice);
  return { ...base, seller: { ...base.seller, name, siren: null, siret: null } };
}

/** All that recording a new invoice says: a new supplier, and one new article for every line. */
export function aRecord(invoiceId: Id, invoice: Invoice, given: Partial<InvoiceRecord> = {}): InvoiceRecord {
  const offerId = newId();
  const name = invoice.seller.name ?? "";
  return {
    invoiceId,
    supplier: {
      id: newId(),
      create: {
        name,
        siret: null,
        kind: "WHOLESALER",
        commune: null,
        productionCommune: null,
        position: null,
        active: true,
      },
    },
    articles: [{ id: offerId, input: ARTICLE }],
    lines: purchasesOf(invoice).map(({ key, kind }) => ({
      key,
      lineId: newId(),
      offerId: kind === "line" ? offerId : null,
      unitGrams: null,
    })),
    order: { id: newId(), match: null },
    acceptedGapCents: null,
    ...given,
  };
}
