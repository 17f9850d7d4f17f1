import type { OrderLine } from "../../shared/orders.ts";
import { priceOffList } from "../../shared/price-lists.ts";
import type { EntryContext } from "./entry-context.ts";
import type { Issue } from "./issues.ts";

/** A price this far from the last one, in percent, is pointed at. */
const FAR_PERCENT = 40;

/** The warning of a price that is not the one announced for its day; null: it is, or no list says. */
export function listGap(
  line: OrderLine,
  { catalogue, date }: Pick<EntryContext, "catalogue" | "date">,
): Issue | null {
  const off = catalogue === null ? null : priceOffList(catalogue.priceLists, line, date);
  return off === null
    ? null
    : { code: "PRICE_OFF_LIST", text: "", listedE4: off.listedE4, gapE4: off.gapE4, list: off.listName };
}

/** The warning of a price more than 40 % away from the article's last purchase in the same unit; null: none. */
export function priceGap(line: OrderLine, { catalogue }: Pick<EntryContext, "catalogue">): Issue | null {
  const last = line.offerId === null ? undefined : catalogue?.lastPurchases.get(line.offerId);
  if (last === undefined || line.unitPriceHtE4 === null || last.unit !== line.unit) return null;
  const before = last.unitPriceHtE4;
  if (before === null || before <= 0) return null;
  const gap = line.unitPriceHtE4 - before;
  if (Math.abs(gap) * 100 <= FAR_PERCENT * before) return null;
  return {
    code: "PRICE_FAR",
    text: "",
    percent: Math.round((gap * 100) / before),
    priceE4: before,
    date: last.date,
  };
}
