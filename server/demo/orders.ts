import { addDays, compareDates, daysInMonth, splitDate, toIsoDate } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { OrderStatus } from "../../shared/order-statuses.ts";
import type { Order } from "../../shared/orders.ts";
import { createRandom } from "../../shared/random.ts";
import { demoId } from "./ids.ts";
import type { Purchase } from "./purchases.ts";

const DRAFT_SHARE_BP = 5000;
const DRAFT_DAYS = 3;

/** The id of the order a purchase is in. */
export function orderIdOf(purchase: Purchase): Order["id"] {
  return demoId(purchase.orderedOn, `order ${orderKey(purchase)}`);
}

/** The canteen's orders and credit notes as they stand on `today`; what is not ordered yet does not exist. */
export function ordersOf(purchases: readonly Purchase[], today: IsoDate): Order[] {
  const groups = new Map<string, Purchase[]>();
  for (const purchase of purchases) {
    const key = orderKey(purchase);
    const group = groups.get(key);
    if (group) group.push(purchase);
    else groups.set(key, [purchase]);
  }
  const orders = [...groups].flatMap(([key, group]) => orderOf(key, group, today));
  const returns = purchases.flatMap((purchase) => creditNoteOf(purchase, today));
  return [...orders, ...returns].sort((a, b) => compareDates(a.orderedOn, b.orderedOn));
}

/** One order a week to each supplier. */
function orderKey({ need, article }: Purchase): string {
  return `${need.canteen.key} ${need.week.monday} ${article.seller.key}`;
}

function orderOf(key: string, group: readonly Purchase[], today: IsoDate): Order[] {
  const [first] = group;
  if (first === undefined || first.orderedOn > today) return [];
  const { orderedOn, daysLate } = first;
  const delivered = first.deliveredOn <= today;
  const invoicedOn = invoiceDay(first.deliveredOn, key);
  const status = statusOf({ orderedOn, delivered, invoiced: invoicedOn <= today }, { key, today });
  return [
    {
      id: orderIdOf(first),
      version: 1,
      supplierId: first.article.seller.supplier.id,
      kind: "ORDER",
      status,
      reference: referenceOf("BC", orderedOn, key),
      orderedOn,
      expectedOn: first.expectedOn,
      deliveredOn: delivered ? first.deliveredOn : null,
      invoicedOn: status === "INVOICED" ? invoicedOn : null,
      note: delivered && daysLate > 0 ? lateNote(daysLate) : null,
      lines: group.map(({ line }) => (delivered ? line : { ...line, receivedMilli: null, refusal: null })),
    },
  ];
}

function creditNoteOf({ article, need, deliveredOn, returned }: Purchase, today: IsoDate): Order[] {
  if (returned === null || returned.on > today) return [];
  const key = `return ${need.key}`;
  return [
    {
      id: demoId(deliveredOn, `order ${key}`),
      version: 1,
      supplierId: article.seller.supplier.id,
      kind: "CREDIT_NOTE",
      status: "INVOICED",
      reference: referenceOf("AV", deliveredOn, key),
      orderedOn: deliveredOn,
      expectedOn: null,
      deliveredOn: returned.on,
      invoicedOn: returned.on,
      note: "Marchandise reprise par le fournisseur.",
      lines: [returned.line],
    },
  ];
}

function statusOf(
  { orderedOn, delivered, invoiced }: { orderedOn: IsoDate; delivered: boolean; invoiced: boolean },
  { key, today }: { key: string; today: IsoDate },
): OrderStatus {
  if (delivered) return invoiced ? "INVOICED" : "RECEIVED";
  const recent = addDays(orderedOn, DRAFT_DAYS) >= today;
  return recent && createRandom(`draft ${key}`).chance(DRAFT_SHARE_BP) ? "DRAFT" : "ORDERED";
}

/** Suppliers invoice a month's deliveries in the first days of the next one. */
function invoiceDay(deliveredOn: IsoDate, key: string): IsoDate {
  const { year, month } = splitDate(deliveredOn);
  const monthEnd = toIsoDate({ year, month, day: daysInMonth(year, month) });
  return addDays(monthEnd, createRandom(`invoice ${key}`).between(2, 10));
}

function referenceOf(prefix: string, day: IsoDate, key: string): string {
  const number = createRandom(`reference ${key}`).between(1, 9999);
  return `${prefix}-${day.slice(2, 4)}${day.slice(5, 7)}-${String(number).padStart(4, "0")}`;
}

function lateNote(days: number): string {
  return days === 1
    ? "Livraison en retard d'un jour d'ouverture."
    : `Livraison en retard de ${days} jours d'ouverture.`;
}
