import { newId } from "../../shared/ids.ts";
import type { OrderLine } from "../../shared/orders.ts";
import { rowOfLine } from "./build-order.ts";
import { withArticle } from "./choose-article.ts";
import type { EntryContext } from "./entry-context.ts";
import type { Row } from "./row.ts";

/**
 * Lines ordered before, as they would be entered today: the same quantities, each article as it is known now with
 * its last price. What the supplier no longer sells, or sells by another unit, comes back as it was.
 */
export function repeatLines(lines: readonly OrderLine[], context: EntryContext): Row[] {
  return lines.map((line) => {
    const asked = { ...line, id: newId(), receivedMilli: null, refusal: null };
    const row = rowOfLine(asked, { kind: "ORDER", places: context.places, locale: context.locale });
    const offer = context.catalogue?.offerById.get(line.offerId ?? "");
    return offer === undefined || offer.unit !== line.unit ? row : withArticle(row, offer, context);
  });
}
