import type { IsoDate } from "../../shared/facts.ts";
import { datesOf, orderKindOf } from "../../shared/invoices/invoice-order.ts";
import { purchasesOf } from "../../shared/invoices/purchases.ts";
import type { InvoiceReview } from "../../shared/invoices/review.ts";
import { dateText } from "./build-order.ts";
import type { Header } from "./order-header.ts";

/** The strip of an order typed beside a document: what its data say, else what was carried over. */
export function headerOfPiece(
  carried: Header,
  { invoice, supplier }: Pick<InvoiceReview, "invoice" | "supplier">,
  today: IsoDate,
): Header {
  if (invoice === null) return carried;
  const { orderedOn, deliveredOn, invoicedOn } = datesOf(invoice, today);
  return {
    ...carried,
    supplier: supplier === null ? null : { id: supplier.id, name: supplier.name },
    kind: orderKindOf(purchasesOf(invoice)),
    orderedOn: dateText(orderedOn),
    deliveredOn: deliveredOn === null ? "" : dateText(deliveredOn),
    invoicedOn: invoicedOn === null ? "" : dateText(invoicedOn),
    reference: invoice.number?.slice(0, 100) ?? "",
  };
}
