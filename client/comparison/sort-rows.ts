import { compareKiloPrices, rowKeyOf } from "../../shared/comparison.ts";
import { compareEdible } from "../../shared/edible.ts";
import type { ComparedRow } from "./compared-rows.ts";
import type { RowSort } from "./sort-keys.ts";

/** The rows in the order asked, what is not known always last; equal rows by name. */
export function sortRows(rows: readonly ComparedRow[], sort: RowSort): ComparedRow[] {
  const known = rows.filter((row) => isKnown(row, sort.key)).sort((a, b) => compareRows(a, b, sort));
  const unknown = rows.filter((row) => !isKnown(row, sort.key)).sort(byName);
  return [...known, ...unknown];
}

/** Keys of the rows whose last price is the lowest, per kilogram or per edible one; more than one when they are equal. */
export function cheapestRows(rows: readonly ComparedRow[], by: "price" | "edible"): ReadonlySet<string> {
  let best: ComparedRow[] = [];
  for (const row of rows) {
    if (!isKnown(row, by)) continue;
    const [lowest] = best;
    const order = lowest === undefined ? -1 : orderBy(row, lowest, by);
    if (order < 0) best = [row];
    else if (order === 0) best.push(row);
  }
  return new Set(best.map(rowKeyOf));
}

function isKnown(row: ComparedRow, key: RowSort["key"]): boolean {
  switch (key) {
    case "price":
    case "last":
      return row.price !== null;
    case "edible":
      return row.ediblePrice !== null;
    case "distance":
      return row.distance !== null;
    case "minimum":
      return row.terms !== null && row.terms.minimumHtCents !== null;
    case "reliability":
      return row.reliability !== null && row.reliability.served.denominator > 0;
    case "name":
      return true;
  }
}

function compareRows(a: ComparedRow, b: ComparedRow, { key, direction }: RowSort): number {
  const order = orderBy(a, b, key);
  return order === 0 ? byName(a, b) : direction === "asc" ? order : -order;
}

function orderBy(a: ComparedRow, b: ComparedRow, key: RowSort["key"]): number {
  switch (key) {
    case "price":
      return a.price && b.price ? compareKiloPrices(a.price.last, b.price.last) : 0;
    case "edible":
      return a.price && b.price && a.edible && b.edible
        ? compareEdible({ price: a.price.last, edible: a.edible }, { price: b.price.last, edible: b.edible })
        : 0;
    case "distance":
      return (a.distance?.farthestM ?? 0) - (b.distance?.farthestM ?? 0);
    case "minimum":
      return (a.terms?.minimumHtCents ?? 0) - (b.terms?.minimumHtCents ?? 0);
    case "reliability":
      return servedShare(a) - servedShare(b);
    case "last":
      return (a.price?.last.on ?? "") < (b.price?.last.on ?? "")
        ? -1
        : Number(a.price?.last.on !== b.price?.last.on);
    case "name":
      return byName(a, b);
  }
}

/** Only to put rows in order: the share shown stays exact. */
function servedShare({ reliability }: ComparedRow): number {
  return reliability === null ? 0 : reliability.served.numerator / reliability.served.denominator;
}

function byName(a: ComparedRow, b: ComparedRow): number {
  const names = a.supplierName.localeCompare(b.supplierName, "fr");
  return names === 0 ? a.product.name.localeCompare(b.product.name, "fr") : names;
}
