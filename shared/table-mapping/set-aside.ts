import { searchKey } from "../normalise.ts";
import type { Layout } from "../purchase-file/layout.ts";

const TOTAL =
  /^(?:sous |s )?(?:total|totaux|totals?)\b|^(?:grand|montant|net) total\b|^subtotal\b|^report(?: |$)|^a reporter\b|^cumul\b|^solde\b|^net a payer\b|^recapitulatif\b/;

/** No total does: told at once, for a file has thousands of rows. */
const STARTS_WITH_DIGIT = /^\d/;

/** A total for certain, where no date tells a purchase from it. */
const ONLY_TOTAL =
  /^(?:sous |s )?(?:total|totaux)(?: general| ht| ttc| tva| du mois| bl| facture| page| periode)*$/;

/**
 * Whether a row is a total, a carried-forward sum, a repeated header or a title between purchases, and no purchase.
 * A row that has a date of its own is always a purchase.
 */
export function isSetAside(
  cells: readonly string[],
  { layout, header }: { layout: Layout; header: readonly string[] },
): boolean {
  const first = cells.find((cell) => cell !== "") ?? "";
  const isTotal = isTotalLabel(first);
  const date = layout.at(cells, "date");
  if (layout.mapped === null) return isTotal && (date === "" || date === first);
  if (!layout.mapped.skipTotals) return false;
  if (isHeaderAgain(cells, header)) return true;
  const isOwnDate = date !== "" && cells.includes(date);
  if (isOwnDate && date !== first) return false;
  if (isTitle(cells, header)) return true;
  return date === "" || isOwnDate ? isTotal : ONLY_TOTAL.test(searchKey(first));
}

/** Whether a text announces a total or a sum carried forward. */
function isTotalLabel(text: string): boolean {
  return !STARTS_WITH_DIGIT.test(text) && TOTAL.test(searchKey(text));
}

/** Whether a row below a header tells what its columns hold: several values, no total, no header again. */
export function isTelling(cells: readonly string[], header: readonly string[]): boolean {
  const [first, second] = cells.filter((cell) => cell !== "");
  return first !== undefined && second !== undefined && !isTotalLabel(first) && !isHeaderAgain(cells, header);
}

/** One text alone: the name of a group of rows. */
function isTitle(cells: readonly string[], header: readonly string[]): boolean {
  const [only = "", other] = cells.filter((cell) => cell !== "");
  return other === undefined && header.length > 3 && !/^[\d\s.,€-]+$/.test(only);
}

function isHeaderAgain(cells: readonly string[], header: readonly string[]): boolean {
  return (
    header.filter((cell) => cell !== "").length > 2 &&
    header.every((cell, index) => searchKey(cell) === searchKey(cells[index] ?? ""))
  );
}
