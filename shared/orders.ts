import * as z from "zod/mini";
import { isIsoDate } from "./calendar.ts";
import { CATEGORIES } from "./categories.ts";
import type { IsoDate } from "./facts.ts";
import { ORGANIC_STAGES, ORIGINS } from "./facts.ts";
import { FAMILIES } from "./families.ts";
import { searchField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import { ORDER_STATUSES } from "./order-statuses.ts";
import { gramsOfOne, UNITS } from "./quantity.ts";
import { refusalSchema } from "./refusals.ts";

export const ORDER_KINDS = ["ORDER", "CREDIT_NOTE"] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export const ORDER_KIND_LABELS: Record<OrderKind, { fr: string; en: string }> = {
  ORDER: { fr: "Commande", en: "Order" },
  CREDIT_NOTE: { fr: "Avoir", en: "Credit note" },
};

/** No order has more lines than the grid shows. */
export const MAX_ORDER_LINES = 2000;

const isoDate = z.string().check(z.refine(isIsoDate));
const integer = z.int();
const positive = z.int().check(z.minimum(0));
const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

export const orderLineSchema = z.object({
  id: idSchema,
  productId: z.nullable(idSchema),
  offerId: z.nullable(idSchema),
  description: text(300),
  /** Null: not food. */
  family: z.nullable(z.enum(FAMILIES)),
  /** Thousandths of the unit; negative: returned goods. Null: only an amount is known. */
  quantityMilli: z.nullable(integer),
  unit: z.nullable(z.enum(UNITS)),
  /** Thousandths of the unit; null: as ordered. */
  receivedMilli: z.nullable(integer),
  /** Why less was kept than was ordered; null: nothing was refused. Absent: an order older than this field. */
  refusal: z._default(z.nullable(refusalSchema), null),
  /** Net grams of one unit; null: not known. */
  unitGrams: z.nullable(positive),
  /** Ten-thousandths of a euro per unit, HT; null: only an amount is known. */
  unitPriceHtE4: z.nullable(integer),
  /** HT, cents; only read when quantity or unit price is null. */
  amountHtCents: integer,
  vatBp: z.nullable(z.int().check(z.minimum(0), z.maximum(10_000))),
  producerId: z.nullable(idSchema),
  /** INSEE codes of production; empty: not known. */
  originCommunes: z.array(z.string().check(z.regex(/^[0-9AB]{5}$/))).check(z.maxLength(20)),
  origin: z.nullable(z.enum(ORIGINS)),
  /** Distinct owners between producer and canteen; null: not known. */
  intermediaries: z.nullable(z.int().check(z.minimum(0), z.maximum(9))),
  claims: z.array(z.enum(CATEGORIES)).check(z.maxLength(CATEGORIES.length)),
  organicStage: z.nullable(z.enum(ORGANIC_STAGES)),
  certifiedShareBp: z.nullable(z.int().check(z.minimum(0), z.maximum(10_000))),
  claimedShort: z.nullable(z.boolean()),
  claimedLocal: z.nullable(z.boolean()),
});

/** One line as a person or a file gives it. */
export type OrderLine = z.infer<typeof orderLineSchema>;

export const orderSchema = z.object({
  id: idSchema,
  /** The version this one was made from; 0: a new order. */
  version: positive,
  supplierId: idSchema,
  kind: z.enum(ORDER_KINDS),
  status: z.enum(ORDER_STATUSES),
  reference: z.nullable(text(100)),
  orderedOn: isoDate,
  /** Delivery day agreed with the supplier; null: none was said. Absent: an order older than this field. */
  expectedOn: z._default(z.nullable(isoDate), null),
  deliveredOn: z.nullable(isoDate),
  invoicedOn: z.nullable(isoDate),
  note: z.nullable(text(2000)),
  lines: z.array(orderLineSchema).check(z.maxLength(MAX_ORDER_LINES)),
});

/** One order with its lines, as a person or a file gives it. */
export type Order = z.infer<typeof orderSchema>;

/** Which orders of a canteen a list shows; null or an empty text: no condition. `page` counts from 0. */
export const orderListSchema = z.object({
  supplierId: z.nullable(idSchema),
  status: z.nullable(z.enum(ORDER_STATUSES)),
  from: z.nullable(isoDate),
  to: z.nullable(isoDate),
  search: searchField,
  page: z.int().check(z.minimum(0), z.maximum(100_000)),
  pageSize: z.int().check(z.minimum(1), z.maximum(100)),
});

export const ORDER_ISSUE_CODES = [
  "NO_LINE",
  "DATE_IN_FUTURE",
  "DATE_TOO_OLD",
  "DELIVERED_BEFORE_ORDERED",
  "INVOICED_BEFORE_ORDERED",
  "QUANTITY_WITHOUT_UNIT",
  "REFUSED_BUT_RECEIVED",
  "TWICE_THE_SAME_LINE",
  "AMOUNT_TOO_LARGE",
  "WEIGHT_TOO_LARGE",
] as const;
export type OrderIssueCode = (typeof ORDER_ISSUE_CODES)[number];

/** What is wrong and where; `line` counts from 0, null: the order itself. */
export interface OrderIssue {
  line: number | null;
  field: keyof Order | keyof OrderLine;
  code: OrderIssueCode;
}

/** One line may not pass 10 million euros: it is a slip of the finger. */
export const MAX_LINE_CENTS = 1_000_000_000;

/** Nor 10 000 tonnes: a year's weights must add up exactly. */
export const MAX_LINE_GRAMS = 10_000_000_000;

/** A purchase from before the targets were even thought of is a year mistyped. */
const FIRST_DAY: IsoDate = "2000-01-01";

/** Everything that keeps an order from being saved on `today`; empty: it may be. */
export function checkOrder(order: Order, today: IsoDate): OrderIssue[] {
  return [...checkDates(order, today), ...checkLines(order)];
}

function checkDates(order: Order, today: IsoDate): OrderIssue[] {
  const issues: OrderIssue[] = [];
  const at = (field: keyof Order, code: OrderIssueCode) => issues.push({ line: null, field, code });
  const { orderedOn, deliveredOn, invoicedOn } = order;
  if (orderedOn < FIRST_DAY) at("orderedOn", "DATE_TOO_OLD");
  if (orderedOn > today) at("orderedOn", "DATE_IN_FUTURE");
  if (deliveredOn !== null && deliveredOn > today) at("deliveredOn", "DATE_IN_FUTURE");
  if (invoicedOn !== null && invoicedOn > today) at("invoicedOn", "DATE_IN_FUTURE");
  if (deliveredOn !== null && deliveredOn < orderedOn) at("deliveredOn", "DELIVERED_BEFORE_ORDERED");
  if (invoicedOn !== null && invoicedOn < orderedOn) at("invoicedOn", "INVOICED_BEFORE_ORDERED");
  return issues;
}

function checkLines(order: Order): OrderIssue[] {
  const issues: OrderIssue[] = [];
  if (order.lines.length === 0 && order.status !== "DRAFT")
    issues.push({ line: null, field: "lines", code: "NO_LINE" });
  const seen = new Set<Id>();
  order.lines.forEach((line, index) => {
    if (seen.has(line.id)) issues.push({ line: index, field: "id", code: "TWICE_THE_SAME_LINE" });
    seen.add(line.id);
    if (line.quantityMilli !== null && line.unit === null)
      issues.push({ line: index, field: "unit", code: "QUANTITY_WITHOUT_UNIT" });
    if (line.refusal !== null && line.receivedMilli === null)
      issues.push({ line: index, field: "refusal", code: "REFUSED_BUT_RECEIVED" });
    if (!isReasonable(line)) issues.push({ line: index, field: "amountHtCents", code: "AMOUNT_TOO_LARGE" });
    if (!isWeighable(line)) issues.push({ line: index, field: "unitGrams", code: "WEIGHT_TOO_LARGE" });
  });
  return issues;
}

function isReasonable(line: OrderLine): boolean {
  const { unitPriceHtE4, amountHtCents } = line;
  const quantity = largestMilli(line);
  const cents =
    unitPriceHtE4 === null ? Math.abs(amountHtCents) : (quantity * Math.abs(unitPriceHtE4)) / 100_000;
  return cents <= MAX_LINE_CENTS && quantity <= 1_000_000_000_000;
}

function isWeighable(line: OrderLine): boolean {
  const { unit, unitGrams } = line;
  const grams = unit === null ? null : gramsOfOne(unit, unitGrams);
  return (largestMilli(line) * (grams ?? 0)) / 1000 <= MAX_LINE_GRAMS;
}

/** The larger of what was ordered and what came, without its sign. */
function largestMilli({ quantityMilli, receivedMilli }: OrderLine): number {
  return Math.max(Math.abs(quantityMilli ?? 0), Math.abs(receivedMilli ?? 0));
}
