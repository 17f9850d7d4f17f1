import type { IsoDate } from "../../shared/facts.ts";
import { newId } from "../../shared/ids.ts";
import { dateText } from "./build-order.ts";
import type { OrderStart } from "./order-start.ts";

/** « Comme la dernière fois »: a new draft with the same supplier and lines, today, nothing received yet. */
export function draftCopyOf(
  { header, rows }: Pick<OrderStart, "header" | "rows">,
  today: IsoDate,
): OrderStart {
  return {
    orderId: newId(),
    version: 0,
    header: {
      ...header,
      kind: "ORDER",
      status: "DRAFT",
      orderedOn: dateText(today),
      expectedOn: "",
      deliveredOn: "",
      invoicedOn: "",
      reference: "",
      note: "",
    },
    rows: rows.map((row) => ({ ...row, id: newId(), texts: { ...row.texts, received: "" } })),
    saved: false,
    verdicts: {},
  };
}
