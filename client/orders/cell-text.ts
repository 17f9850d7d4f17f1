import { CATEGORY_LABELS } from "../../shared/categories.ts";
import { LINE_STATUS_LABELS } from "../../shared/drill-down.ts";
import type { Verdict } from "../../shared/facts.ts";
import { formatEntry, formatFixed } from "../../shared/format/numbers.ts";
import type { Locale } from "../../shared/locales.ts";
import type { ColumnKey } from "./columns.ts";
import { fieldOf } from "./columns.ts";
import type { RowReading } from "./read-row.ts";
import type { Row } from "./row.ts";

/** The text a cell copies, without thousands so that a spreadsheet reads it: what was typed, or what is worked out; verdicts have none. */
export function cellText(column: ColumnKey, row: Row, reading: RowReading, locale: Locale): string {
  if (column === "weight") return weightText(reading, locale);
  const field = fieldOf(column);
  if (field === null) return "";
  return field === "amount" ? amountText(row, reading, locale) : row.texts[field];
}

/** The text a closed cell shows: what is worked out has its thousands cut, what was typed stays as it is. */
export function shownText(column: ColumnKey, row: Row, reading: RowReading, locale: Locale): string {
  const { blank, line, amounts } = reading;
  if (!blank && column === "amount" && isAmountComputed(reading))
    return formatFixed({ value: line.amountHtCents, decimals: 2 }, locale);
  if (!blank && column === "weight" && line.quantityMilli !== null && amounts.weightGrams !== null)
    return formatFixed({ value: Math.abs(amounts.weightGrams), decimals: 3, minDecimals: 0 }, locale);
  return cellText(column, row, reading, locale);
}

/** The word a verdict's cell copies; null: the column shows none. */
export function verdictText(column: ColumnKey, verdict: Verdict | null, locale: Locale): string | null {
  switch (column) {
    case "local":
    case "short":
    case "organic":
      return verdict === null ? "" : LINE_STATUS_LABELS[verdict[column].status][locale];
    case "egalim":
      return verdict === null ? "" : CATEGORY_LABELS[verdict.declaredCategory][locale];
    default:
      return null;
  }
}

/** Whether quantity and price make the amount: the cell then shows the result. */
export function isAmountComputed({ line }: RowReading): boolean {
  return (line.receivedMilli ?? line.quantityMilli) !== null && line.unitPriceHtE4 !== null;
}

/** « 1 234,5 kg » on a closed card: as it was read, else as it stands. */
export function quantityText({ texts }: Row, { line, blank }: RowReading, locale: Locale): string {
  if (blank || line.quantityMilli === null) return texts.quantity;
  const number = formatFixed({ value: line.quantityMilli, decimals: 3, minDecimals: 0 }, locale);
  return `${number} ${texts.unit}`.trim();
}

/** Whether the line comes to an amount; else its zero is none. */
export function hasAmount({ errors, line }: RowReading, { texts }: Row): boolean {
  if (errors.quantity !== undefined || errors.price !== undefined || errors.amount !== undefined)
    return false;
  return (line.quantityMilli !== null && line.unitPriceHtE4 !== null) || texts.amount.trim() !== "";
}

function amountText(row: Row, reading: RowReading, locale: Locale): string {
  if (reading.blank || !isAmountComputed(reading)) return row.texts.amount;
  return formatEntry({ value: reading.line.amountHtCents, decimals: 2, minDecimals: 2 }, locale);
}

function weightText({ blank, line, amounts }: RowReading, locale: Locale): string {
  if (blank || line.quantityMilli === null) return "";
  if (amounts.weightGrams === null) return "–";
  return formatEntry({ value: Math.abs(amounts.weightGrams), decimals: 3 }, locale);
}
