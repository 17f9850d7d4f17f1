import type { StoredTemplate } from "../../db/queries/order-templates.ts";
import type { Id } from "../../shared/ids.ts";
import { templateLines } from "../../shared/order-templates.ts";
import type { Order, OrderLine } from "../../shared/orders.ts";
import type { DemoCanteen } from "./canteens.ts";
import { demoId, FIRST_DAY } from "./ids.ts";
import { supplierOf } from "./suppliers.ts";

/** What every canteen orders again and again: supplier and name. */
const TEMPLATES = [
  ["nord-primeurs", "Légumes de la semaine"],
  ["artois-service", "Épicerie du mois"],
] as const;
const MOST_LINES = 8;

/** The canteen's templates, made of what it last ordered; `orders`: oldest first. */
export function templatesOf(canteen: DemoCanteen, orders: readonly Order[]): StoredTemplate[] {
  return TEMPLATES.flatMap(([key, name]) => {
    const { id: supplierId } = supplierOf(key).supplier;
    const sent = orders.filter(
      (order) => order.supplierId === supplierId && order.kind === "ORDER" && order.status !== "DRAFT",
    );
    const lines = lastOfEachArticle(sent);
    const last = sent.at(-1);
    if (last === undefined) return [];
    return [
      {
        id: demoId(FIRST_DAY, `template ${canteen.key} ${key}`),
        supplierId,
        name,
        lines: templateLines(lines.slice(0, MOST_LINES)),
        updatedAt: `${last.orderedOn}T08:00:00.000Z`,
        deletedAt: null,
      },
    ];
  });
}

/** The article ordered last comes first. */
function lastOfEachArticle(orders: readonly Order[]): OrderLine[] {
  const seen = new Map<Id | null, OrderLine>();
  for (const { lines } of orders.toReversed())
    for (const line of lines) if (!seen.has(line.offerId)) seen.set(line.offerId, line);
  return [...seen.values()];
}
