import { parseNumber } from "../parsing/numbers.ts";
import { typedNumber } from "../parsing/spreadsheet-text.ts";
import type { GuessedColumn } from "./guess-columns.ts";

/** Share of rows on which the product must be right, and rows it must be seen on. */
const MOST = 0.8;
const FEWEST_ROWS = 3;

/**
 * Tells the price of a unit from the amount of a row by arithmetic: where quantity times « Prix HT » gives another
 * column, that other one is the amount. Changes the columns' fields.
 */
export function settleAmounts(columns: readonly GuessedColumn[]): void {
  const quantity = columns.find(({ field }) => field === "quantite");
  if (quantity === undefined) return;
  const amount = columns.find(({ field }) => field === "prix_ht");
  const price = columns.find(({ field }) => field === "prix_unitaire_ht");
  const free = columns.filter(({ field, kind }) => field === null && kind === "number");
  if (price === undefined && amount !== undefined) {
    const product = free.find((column) => isProduct(quantity, amount, column));
    if (product === undefined) return;
    amount.field = "prix_unitaire_ht";
    amount.confidence = "medium";
    product.field = "prix_ht";
    product.confidence = "medium";
  } else if (price !== undefined && amount === undefined) {
    const product = free.find((column) => isProduct(quantity, price, column));
    if (product !== undefined) {
      product.field = "prix_ht";
      product.confidence = "medium";
    }
  }
}

function isProduct(quantity: GuessedColumn, price: GuessedColumn, amount: GuessedColumn): boolean {
  const rows = quantity.cells.flatMap((cell, index) => {
    const [one, two, three] = [cell, price.cells[index], amount.cells[index]].map(numberOf);
    return one == null || two == null || three == null
      ? []
      : [Math.abs(one * two - three) <= 0.011 + Math.abs(three) / 500];
  });
  return rows.length >= FEWEST_ROWS && rows.filter(Boolean).length >= rows.length * MOST;
}

function numberOf(cell: string | undefined): number | null {
  const read = parseNumber(typedNumber(cell ?? "", null));
  if (!read.ok) return null;
  const { negative, digits, decimals } = read.value;
  return (Number(digits) / 10 ** decimals) * (negative ? -1 : 1);
}
