import type { InvoiceAdjustment } from "../../../shared/invoices.ts";
import { textsOf } from "./draft.ts";
import { centsAt, decimalAt } from "./numbers.ts";
import type { Place } from "./place.ts";
import { within } from "./place.ts";
import { INVOICE_LIMITS } from "./refusal.ts";
import { tidy } from "./tidy.ts";
import { findFirst } from "./walk.ts";
import type { XmlNode } from "./xml-tree.ts";

/** Where a syntax writes each part of an allowance or charge. */
export type AdjustmentPaths = Record<
  "amount" | "base" | "percent" | "vatRate" | "reason" | "reasonCode" | "vatCategory",
  string
>;

/** The allowances or charges that these elements are; one without an amount is none. */
export function adjustmentsOf(
  place: Place,
  { field, nodes, paths }: { field: string; nodes: readonly XmlNode[]; paths: AdjustmentPaths },
): InvoiceAdjustment[] {
  const { amount, base, percent, vatRate, ...texts } = paths;
  return nodes.slice(0, INVOICE_LIMITS.entries).flatMap((node, index) => {
    const inner = within(place, node, `${field}[${index}]`);
    const cents = centsAt(inner, { path: amount, field: "cents" });
    if (cents === null) return [];
    return [
      {
        cents,
        baseCents: centsAt(inner, { path: base, field: "baseCents" }),
        percent: decimalAt(inner, { path: percent, field: "percent" }),
        vatRate: decimalAt(inner, { path: vatRate, field: "vatRate" }),
        ...textsOf(inner, texts),
      },
    ];
  });
}

/** Whether an indicator says a charge; one that is absent makes an allowance. */
export function isTrue(node: XmlNode, path: string): boolean {
  const text = tidy(findFirst(node, path)?.text ?? "").toLowerCase();
  return text === "true" || text === "1";
}
