import type { IsoDate } from "../../shared/facts.ts";
import { hasMark } from "../../shared/marks.ts";
import { lineAmounts } from "../../shared/order-amounts.ts";
import type { OrderKind, OrderLine } from "../../shared/orders.ts";
import type { Surroundings } from "../../shared/surroundings.ts";
import { classifyLine } from "../../shared/surroundings.ts";
import type { Aim } from "./canteens.ts";
import type { ArticleLine, Choice, Purchase } from "./purchases.ts";
import { articleLine } from "./purchases.ts";

/** Cents HT, all and by aim, confirmed facts only. */
export type Sums = Record<Aim | "all", number>;

export const NOTHING: Readonly<Sums> = { all: 0, organic: 0, egalim: 0, near: 0 };

/** What a purchase and its return add up to between two days, both included, by the product's own rules. */
export function measurePurchase(
  purchase: Purchase,
  surroundings: Surroundings,
  { from, to }: { from: IsoDate; to: IsoDate },
): Sums {
  const { deliveredOn, line, returned } = purchase;
  if (deliveredOn < from || deliveredOn > to) return NOTHING;
  const bought = measureLine(purchase, { line, date: deliveredOn, kind: "ORDER" }, surroundings);
  if (returned === null || returned.on > to) return bought;
  const back = measureLine(
    purchase,
    { line: returned.line, date: returned.on, kind: "CREDIT_NOTE" },
    surroundings,
  );
  return addSums(bought, back);
}

export function addSums(one: Sums, other: Sums, sign: 1 | -1 = 1): Sums {
  return {
    all: one.all + sign * other.all,
    organic: one.organic + sign * other.organic,
    egalim: one.egalim + sign * other.egalim,
    near: one.near + sign * other.near,
  };
}

/** Whether a choice, typed without a slip, counts for each aim; nothing that is not food does. */
export function meetsAims(choice: Choice, surroundings: Surroundings): Record<Aim, boolean> {
  const line = articleLine(choice);
  return aimsMet(choice, { line, date: choice.need.week.monday }, surroundings);
}

function measureLine(
  purchase: Purchase,
  { line, date, kind }: { line: OrderLine; date: IsoDate; kind: OrderKind },
  surroundings: Surroundings,
): Sums {
  if (line.family === null) return NOTHING;
  const { amountHtCents: all } = lineAmounts(line, kind);
  const met = aimsMet(purchase, { line, date }, surroundings);
  return {
    all,
    organic: met.organic ? all : 0,
    egalim: met.egalim ? all : 0,
    near: met.near ? all : 0,
  };
}

function aimsMet(
  { article }: Choice,
  { line, date }: { line: ArticleLine; date: IsoDate },
  surroundings: Surroundings,
): Record<Aim, boolean> {
  if (line.family === null) return { organic: false, egalim: false, near: false };
  const unmeasured = { quantityMilli: null, receivedMilli: null, unitPriceHtE4: null };
  const item = { line: { ...line, ...unmeasured }, supplierId: article.seller.supplier.id, date };
  const { strictCategory, marks } = classifyLine({ ...item, dateKind: "delivery" }, surroundings);
  return {
    organic: strictCategory === "BIO",
    egalim: strictCategory !== "NON_EGALIM",
    near: hasMark(marks, "SHORT", "strict") || hasMark(marks, "LOCAL", "strict"),
  };
}
