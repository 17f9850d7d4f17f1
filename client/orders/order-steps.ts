import type { OrderStatus } from "../../shared/order-statuses.ts";
import type { DateContext } from "../../shared/parsing/dates.ts";
import { dateText } from "./build-order.ts";
import type { DateFieldName, Header, HeaderDates } from "./order-header.ts";
import { headerDates } from "./order-header.ts";

/** How far an order is, by its dates: an invoice was received, what has a delivery date has been delivered. */
export function statusByDates({ deliveredOn, invoicedOn }: HeaderDates): OrderStatus {
  if (invoicedOn !== null) return "INVOICED";
  return deliveredOn === null ? "ORDERED" : "RECEIVED";
}

const RANK: Readonly<Record<OrderStatus, number>> = { DRAFT: 0, ORDERED: 1, RECEIVED: 2, INVOICED: 3 };

/**
 * What else a date says once its field is left: « hier » becomes the day it was, an order that is no draft goes
 * forward to the step of its dates, and an order dated today that came earlier was made that day.
 */
export function headerAfterDate(header: Header, field: DateFieldName, context: DateContext): Partial<Header> {
  const dates = headerDates(header, context);
  const date = dates[field];
  if (date === null) return {};
  const early = field !== "orderedOn" && dates.orderedOn === context.today && date < context.today;
  const step = statusByDates(dates);
  return {
    ...(early ? { orderedOn: dateText(date) } : {}),
    [field]: dateText(date),
    ...(header.status !== "DRAFT" && RANK[step] > RANK[header.status] ? { status: step } : {}),
  };
}

/** What else a status says: what is delivered or invoiced without a date is so today. */
export function headerAfterStatus(
  header: Header,
  status: OrderStatus,
  { today }: { today: string },
): Partial<Header> {
  if (status === "RECEIVED" && header.deliveredOn.trim() === "")
    return { status, deliveredOn: dateText(today) };
  if (status === "INVOICED" && header.invoicedOn.trim() === "")
    return { status, invoicedOn: dateText(today) };
  return { status };
}
