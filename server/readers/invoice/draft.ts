import type { Invoice, InvoiceLine } from "../../../shared/invoices.ts";
import type { Place, Source } from "./place.ts";
import { textAt } from "./place.ts";

/** What a syntax's reader gives: amounts as written, lines not yet sorted into those that count and the others. */
export interface InvoiceDraft extends Omit<Invoice, "kind" | "writtenSign" | "lines" | "details"> {
  /** The root element says that it is a credit note. */
  isCreditRoot: boolean;
  lines: DraftLine[];
}

export interface DraftLine {
  line: InvoiceLine;
  /** What the file says of its part in the totals; null: nothing. */
  role: "DETAIL" | "GROUP" | "INFORMATION" | null;
}

/** One text per field, by its path: for the many fields that are mere text. */
export function textsOf<Field extends string>(
  place: Place,
  paths: Readonly<Record<Field, string>>,
): Record<Field, string | null> {
  const sources = Object.entries(paths) as [Field, Source["path"]][];
  return Object.fromEntries(
    sources.map(([field, path]) => [field, textAt(place, { path, field })]),
  ) as Record<Field, string | null>;
}

/** A line of which nothing is known. */
export function emptyLine(): InvoiceLine {
  return {
    id: "",
    parentId: null,
    fromTotals: false,
    name: null,
    description: null,
    note: null,
    quantity: null,
    unit: null,
    unitPrice: null,
    priceBaseQuantity: "1",
    priceBaseUnit: null,
    grossPrice: null,
    priceDiscount: null,
    netCents: null,
    allowances: [],
    charges: [],
    vatCategory: null,
    vatRate: null,
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
  };
}
