import type { Id } from "../ids.ts";
import { apportionCents } from "../money.ts";
import { searchKey } from "../normalise.ts";
import { lineAmounts } from "../order-amounts.ts";
import type { Order, OrderLine } from "../orders.ts";

/** same: nothing to say. changed: quantity, unit or price differ. missing: not on the invoice. extra: not ordered. */
export type DifferenceKind = "same" | "changed" | "missing" | "extra";

/** One line of an order beside the line of the invoice it answers to. */
export interface LineDifference {
  kind: DifferenceKind;
  /** The order's line; null: extra. */
  mine: OrderLine | null;
  /** The line the invoice makes; null: missing. */
  theirs: OrderLine | null;
  /** What the invoice would change the order by, HT, cents. */
  differenceCents: number;
}

/** Whose figures a line takes. */
export type Choice = "invoice" | "mine";

/** The order's lines beside the invoice's, in the order's order, then what was not ordered. Each line once. */
export function differencesOf(mine: readonly OrderLine[], theirs: readonly OrderLine[]): LineDifference[] {
  const free = new Set(theirs);
  const pairs = new Map<OrderLine, OrderLine>();
  for (const isSame of SAMENESS)
    for (const line of mine) {
      if (pairs.has(line)) continue;
      const found = [...free].find((candidate) => isSame(line, candidate));
      if (found === undefined) continue;
      pairs.set(line, found);
      free.delete(found);
    }
  return [
    ...mine.map((line) => difference(line, pairs.get(line) ?? null)),
    ...theirs.filter((line) => free.has(line)).map((line) => difference(null, line)),
  ];
}

/** An order beside what of the invoice answers to it. */
export interface OrderAnswer {
  order: Order;
  differences: LineDifference[];
}

/**
 * The orders that one invoice answers to, each beside its own lines of the invoice; what none of them ordered stands
 * with the first. One line of the invoice for what several orders brought is cut among them.
 */
export function answersOf(orders: readonly Order[], theirs: readonly OrderLine[]): OrderAnswer[] {
  const mine = orders.flatMap((order) => order.lines);
  const all = differencesOf(mine, orders.length < 2 ? theirs : cutAmong(mine, theirs));
  const owners = new Map(orders.flatMap((order) => order.lines.map((line) => [line, order] as const)));
  return orders.map((order, index) => ({
    order,
    differences: all.filter((one) => (one.mine === null ? index === 0 : owners.get(one.mine) === order)),
  }));
}

/** What tells a difference from the others: the order's line, else the invoice's. */
export function differenceKey({ mine, theirs }: LineDifference): Id {
  return mine?.id ?? theirs?.id ?? "";
}

/** The order with the figures chosen line by line; what is not chosen takes the invoice's. */
export function settledOrder(
  order: Order,
  differences: readonly LineDifference[],
  choices: Readonly<Record<Id, Choice>>,
): Order {
  const lines = differences.flatMap((one) => settledLine(one, choices[differenceKey(one)] ?? "invoice"));
  return { ...order, lines };
}

/** The surest first: the article, the product, the words. */
const SAMENESS: readonly ((one: OrderLine, other: OrderLine) => boolean)[] = [
  (one, other) => one.offerId !== null && one.offerId === other.offerId,
  (one, other) => one.productId !== null && one.productId === other.productId,
  (one, other) => searchKey(one.description) === searchKey(other.description),
];

function difference(mine: OrderLine | null, theirs: OrderLine | null): LineDifference {
  const differenceCents = amountOf(theirs) - amountOf(mine);
  if (mine === null) return { kind: "extra", mine, theirs, differenceCents };
  if (theirs === null) return { kind: "missing", mine, theirs, differenceCents };
  const isSame =
    differenceCents === 0 &&
    counted(mine) === counted(theirs) &&
    mine.unit === theirs.unit &&
    mine.unitPriceHtE4 === theirs.unitPriceHtE4;
  return { kind: isSame ? "same" : "changed", mine, theirs, differenceCents };
}

function settledLine({ mine, theirs }: LineDifference, choice: Choice): OrderLine[] {
  if (choice === "mine" || (mine !== null && theirs === null)) {
    if (mine === null) return [];
    return choice === "mine" ? [mine] : [notInvoiced(mine)];
  }
  if (theirs === null) return [];
  return [mine === null ? theirs : invoiced(mine, theirs)];
}

/** What was ordered stays said; what came and what it costs are the invoice's. */
function invoiced(mine: OrderLine, theirs: OrderLine): OrderLine {
  const sameUnit = mine.unit === theirs.unit && mine.quantityMilli !== null;
  const receivedMilli = sameUnit ? theirs.quantityMilli : null;
  const isShort = receivedMilli !== null && receivedMilli < (mine.quantityMilli ?? 0);
  return {
    ...mine,
    offerId: mine.offerId ?? theirs.offerId,
    productId: mine.productId ?? theirs.productId,
    quantityMilli: sameUnit ? mine.quantityMilli : theirs.quantityMilli,
    receivedMilli,
    refusal: isShort ? mine.refusal : null,
    unit: theirs.unit,
    unitGrams: theirs.unitGrams ?? (sameUnit ? mine.unitGrams : null),
    unitPriceHtE4: theirs.unitPriceHtE4,
    amountHtCents: theirs.amountHtCents,
    vatBp: theirs.vatBp ?? mine.vatBp,
  };
}

function notInvoiced(line: OrderLine): OrderLine {
  return counted(line) === null
    ? { ...line, amountHtCents: 0 }
    : { ...line, receivedMilli: 0, amountHtCents: 0 };
}

function counted(line: OrderLine): number | null {
  return line.receivedMilli ?? line.quantityMilli;
}

function amountOf(line: OrderLine | null): number {
  return line === null ? 0 : lineAmounts(line, "ORDER").amountHtCents;
}

/** A line of the invoice alone of its article is cut among the lines that ordered it, by their quantities. */
function cutAmong(mine: readonly OrderLine[], theirs: readonly OrderLine[]): OrderLine[] {
  return theirs.flatMap((line) => {
    const isSame = SAMENESS.find((same) => mine.some((one) => same(one, line)));
    if (isSame === undefined || theirs.some((other) => other !== line && isSame(other, line))) return [line];
    const sharing = mine.filter(
      (one) => isSame(one, line) && one.unit === line.unit && (counted(one) ?? 0) > 0,
    );
    return sharing.length < 2 ? [line] : cutLine(line, sharing);
  });
}

/** Each takes what it counts; the last takes what is left, more or less. Cents are apportioned, none is lost. */
function cutLine(line: OrderLine, sharing: readonly OrderLine[]): OrderLine[] {
  const total = line.quantityMilli;
  if (total === null || total <= 0) return [line];
  const quantities: number[] = [];
  let left = total;
  for (const [index, one] of sharing.entries()) {
    const quantity = index === sharing.length - 1 ? left : Math.min(left, counted(one) ?? 0);
    quantities.push(quantity);
    left -= quantity;
  }
  const amounts = apportionCents(line.amountHtCents, quantities);
  return quantities.flatMap((quantityMilli, index) =>
    quantityMilli === 0 ? [] : [{ ...line, quantityMilli, amountHtCents: amounts[index] ?? 0 }],
  );
}
