import type { SupplierComparison } from "../../shared/comparison.ts";
import { compareKiloPrices } from "../../shared/comparison.ts";
import type { RowSort } from "./sort-keys.ts";

/** The rows in the order asked, what is not known always last; equal rows by name. */
export function sortRows(rows: readonly SupplierComparison[], sort: RowSort): SupplierComparison[] {
  const known = rows.filter((row) => isKnown(row, sort.key)).sort((a, b) => compareRows(a, b, sort));
  const unknown = rows.filter((row) => !isKnown(row, sort.key)).sort(byName);
  return [...known, ...unknown];
}

/** Suppliers whose last price per kilogram is the lowest; more than one when they are equal, none without a price. */
export function cheapestSuppliers(rows: readonly SupplierComparison[]): ReadonlySet<string> {
  let best: SupplierComparison[] = [];
  for (const row of rows) {
    const price = row.price?.last;
    if (price === undefined) continue;
    const lowest = best[0]?.price?.last;
    const order = lowest === undefined ? -1 : compareKiloPrices(price, lowest);
    if (order < 0) best = [row];
    else if (order === 0) best.push(row);
  }
  return new Set(best.map((row) => row.supplierId));
}

function isKnown(row: SupplierComparison, key: RowSort["key"]): boolean {
  switch (key) {
    case "price":
    case "last":
      return row.price !== null;
    case "distance":
      return row.distance !== null;
    case "name":
      return true;
  }
}

function compareRows(a: SupplierComparison, b: SupplierComparison, { key, direction }: RowSort): number {
  const order = orderBy(a, b, key);
  return order === 0 ? byName(a, b) : direction === "asc" ? order : -order;
}

function orderBy(a: SupplierComparison, b: SupplierComparison, key: RowSort["key"]): number {
  switch (key) {
    case "price":
      return a.price && b.price ? compareKiloPrices(a.price.last, b.price.last) : 0;
    case "distance":
      return (a.distance?.farthestM ?? 0) - (b.distance?.farthestM ?? 0);
    case "last":
      return (a.price?.last.on ?? "") < (b.price?.last.on ?? "")
        ? -1
        : Number(a.price?.last.on !== b.price?.last.on);
    case "name":
      return byName(a, b);
  }
}

function byName(a: SupplierComparison, b: SupplierComparison): number {
  return a.supplierName.localeCompare(b.supplierName, "fr");
}
