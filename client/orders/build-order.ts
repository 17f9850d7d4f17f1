import type { IsoDate } from "../../shared/facts.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import type { Id } from "../../shared/ids.ts";
import type { Locale } from "../../shared/locales.ts";
import type { Order, OrderLine } from "../../shared/orders.ts";
import type { Header, HeaderDates } from "./order-header.ts";
import { familyText, unitText, vatText } from "./read-choices.ts";
import { marksText } from "./read-marks.ts";
import type { KnownPlaces } from "./read-origin.ts";
import { originCell } from "./read-origin.ts";
import type { Row } from "./row.ts";

/** What is on the screen besides the lines. */
export interface OrderParts {
  id: Id;
  version: number;
  header: Header;
  dates: HeaderDates;
  lines: readonly OrderLine[];
}

/** The order to save; null while the supplier or the order date is missing. */
export function buildOrder({ id, version, header, dates, lines }: OrderParts): Order | null {
  const { supplier } = header;
  if (supplier === null || dates.orderedOn === null) return null;
  return {
    id,
    version,
    supplierId: supplier.id,
    kind: header.kind,
    status: header.status,
    reference: header.reference.trim() || null,
    orderedOn: dates.orderedOn,
    expectedOn: dates.expectedOn,
    deliveredOn: dates.deliveredOn,
    invoicedOn: dates.invoicedOn,
    note: header.note.trim() || null,
    lines: [...lines],
  };
}

/** The strip of a stored order. Dates are shown in the short form that is read back: 05/11/2026. */
export function headerOfOrder(order: Order, supplierName: string): Header {
  return {
    supplier: { id: order.supplierId, name: supplierName },
    kind: order.kind,
    status: order.status,
    orderedOn: dateText(order.orderedOn),
    expectedOn: dateText(order.expectedOn),
    deliveredOn: dateText(order.deliveredOn),
    invoicedOn: dateText(order.invoicedOn),
    reference: order.reference ?? "",
    note: order.note ?? "",
  };
}

/** The row that reads back to the same line. */
export function rowOfLine(
  line: OrderLine,
  { kind, places, locale }: { kind: Order["kind"]; places: KnownPlaces; locale: Locale },
): Row {
  const origin = originCell({ communes: line.originCommunes, origin: line.origin }, places, locale);
  const conversion = line.organicStage === "AB" ? null : line.organicStage;
  return {
    id: line.id,
    texts: {
      article: line.description,
      quantity: number(line.quantityMilli, 3),
      unit: unitText(line.unit, locale),
      price: number(line.unitPriceHtE4, 4, 2),
      amount: statedAmount(line),
      received: number(line.receivedMilli, 3),
      family: familyText(line.family, locale),
      marks: marksText(
        {
          claims: line.claims,
          conversion,
          short: line.claimedShort === true,
          local: line.claimedLocal === true,
        },
        locale,
      ),
      origin: origin.text,
      intermediaries: line.intermediaries === null ? "" : String(line.intermediaries),
      vat: vatText(line.vatBp, locale),
      unitWeight: number(line.unitGrams, 3),
    },
    link:
      line.offerId === null && line.productId === null
        ? null
        : { name: line.description.trim(), offerId: line.offerId, productId: line.productId },
    hidden: {
      producerId: line.producerId,
      origin: line.originCommunes.length > 0 ? line.origin : null,
      organicStage: line.organicStage === "AB" ? "AB" : null,
      certifiedShareBp: line.certifiedShareBp,
      deniedShort: line.claimedShort === false,
      deniedLocal: line.claimedLocal === false,
    },
    communes: origin.communes,
    carriedPrice: null,
    refusal: line.refusal,
  };

  function number(value: number | null, decimals: number, minDecimals = 0): string {
    return value === null ? "" : formatEntry({ value, decimals, minDecimals }, locale);
  }

  /** A credit note takes away however its amount is typed: the sign is not shown. */
  function statedAmount({ quantityMilli, receivedMilli, unitPriceHtE4, amountHtCents }: OrderLine): string {
    if ((receivedMilli ?? quantityMilli) !== null && unitPriceHtE4 !== null) return "";
    return number(kind === "CREDIT_NOTE" ? Math.abs(amountHtCents) : amountHtCents, 2, 2);
  }
}

/** « 05/11/2026 » whatever the language: the form people type, and the only one read back without doubt. */
export function dateText(date: IsoDate | null): string {
  return date === null ? "" : formatDateShort(date, "fr");
}
