import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { OrderStatus } from "../../shared/order-statuses.ts";
import type { OrderKind } from "../../shared/orders.ts";
import type { DateContext } from "../../shared/parsing/dates.ts";
import { parseDate } from "../../shared/parsing/dates.ts";

/** The strip above the lines, as typed. */
export interface Header {
  supplier: { id: Id; name: string } | null;
  kind: OrderKind;
  status: OrderStatus;
  orderedOn: string;
  /** Absent: a draft kept before this field was. */
  expectedOn?: string;
  deliveredOn: string;
  invoicedOn: string;
  reference: string;
  note: string;
}

/** What becomes of the strip; a function: as it is by then. */
export type HeaderChange = Partial<Header> | ((before: Header) => Partial<Header>);

export const DATE_FIELDS = ["orderedOn", "deliveredOn", "invoicedOn"] as const;
export type DateFieldName = (typeof DATE_FIELDS)[number];

/** The dates of the strip, and the delivery day agreed; null: empty or not readable. */
export type HeaderDates = Record<DateFieldName | "expectedOn", IsoDate | null>;

export function headerDates(header: Header, context: DateContext): HeaderDates {
  return {
    orderedOn: readDate(header.orderedOn, context),
    deliveredOn: readDate(header.deliveredOn, context),
    invoicedOn: readDate(header.invoicedOn, context),
    expectedOn: readDate(header.expectedOn ?? "", context),
  };
}

/** Date fields with a text that is no date, and the order date when it is empty. */
export function unreadableDates(header: Header, context: DateContext): (keyof HeaderDates)[] {
  const dates = headerDates(header, context);
  return ([...DATE_FIELDS, "expectedOn"] as const).filter(
    (field) => dates[field] === null && (field === "orderedOn" || (header[field] ?? "").trim() !== ""),
  );
}

function readDate(text: string, context: DateContext): IsoDate | null {
  const read = parseDate(text, context);
  return read.ok ? read.value : null;
}
