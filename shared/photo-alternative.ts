import { formatDateShort } from "./format/dates.ts";
import type { InvoiceReview } from "./invoices/review.ts";
import type { Locale } from "./locales.ts";

/**
 * The alternative of a photo of a document: what it is, since when it is here, and where its content stands as text.
 * Nothing can be read from its pixels; its lines are text once they are typed in an order.
 */
export function photoAlternative(
  { fileName, createdAt, orderId }: Pick<InvoiceReview, "fileName" | "createdAt" | "orderId">,
  locale: Locale,
): string {
  const day = formatDateShort(createdAt.slice(0, 10), locale);
  if (locale === "en") {
    const text =
      orderId === null
        ? "its lines are not yet typed: they will be in an order"
        : "its lines are written in the order it is joined to";
    return `Photo of an invoice or a delivery note, received on ${day} (${fileName}); ${text}.`;
  }
  const text =
    orderId === null
      ? "ses lignes ne sont pas encore saisies : elles le seront dans une commande"
      : "ses lignes sont écrites dans la commande à laquelle elle est jointe";
  return `Photo d'une facture ou d'un bon, reçue le ${day} (${fileName}) ; ${text}.`;
}
