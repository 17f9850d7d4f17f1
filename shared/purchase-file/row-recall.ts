import type { IsoDate } from "../facts.ts";
import type { PurchaseFacts, PurchaseRow } from "./purchase-row.ts";
import { pickFacts } from "./sharing-rows.ts";

/** Where a row stands in a text. What is quoted in it is a whole cell, without a quote inside. */
export interface TextRow {
  text: string;
  start: number;
  end: number;
  /** One character. */
  delimiter: string;
}

/** What a row says that was read before: its facts, and its own day and amount. */
export interface RecalledRow {
  facts: PurchaseFacts;
  date: IsoDate;
  amountHtCents: number;
}

/** Rows known by their text around the day and the amount, which are their own: a file repeats its articles. */
export interface RowRecall {
  /** What the row says, when all of it was met before; null: it must be read. */
  find(row: TextRow): RecalledRow | null;
  /** Remembers a row that was read as a purchase and of which nothing was noted. */
  learn(row: TextRow, purchase: PurchaseRow): void;
}

/** Different texts that are remembered: rows that come after are read. */
const KEPT = 50_000;
const [QUOTE, ZERO, NINE, POINT, DASH] = [0x22, 0x30, 0x39, 0x2e, 0x2d];

interface Head {
  /** By the text after. */
  facts: Map<string, PurchaseFacts>;
  last: { tail: string; facts: PurchaseFacts } | null;
}

/** A memory of rows whose day and amount stand in these columns, from 0. */
export function openRowRecall({ day, amount }: { day: number; amount: number }): RowRecall {
  const heads = new Map<string, Head>();
  const days = new Map<number, IsoDate>();
  const lastColumn = Math.max(day, amount);
  let kept = 0;
  let [dayStart, dayEnd, amountStart, amountEnd] = [0, 0, 0, 0];

  /** Finds where the day and the amount stand; false when the row ends before. */
  function cut({ text, start, end, delimiter }: TextRow): boolean {
    let at = start;
    for (let column = 0; column <= lastColumn; column++) {
      if (at > end) return false;
      const stop = endOfCell(text, at, { end, delimiter });
      if (column === day) [dayStart, dayEnd] = [at, stop];
      else if (column === amount) [amountStart, amountEnd] = [at, stop];
      at = stop + 1;
    }
    return true;
  }

  function headOf({ text, start }: TextRow): string {
    return text.slice(start, Math.min(dayStart, amountStart));
  }

  /** All after the head but the day and the amount. */
  function tailOf({ text, end }: TextRow): string {
    const between = text.slice(Math.min(dayEnd, amountEnd), Math.max(dayStart, amountStart));
    const tail = text.slice(Math.max(dayEnd, amountEnd), end);
    return between.length === 1 ? tail : `${between}\0${tail}`;
  }

  return {
    find(row) {
      if (!cut(row)) return null;
      const date = days.get(plainDay(row.text, dayStart, dayEnd));
      if (date === undefined) return null;
      const amountHtCents = plainCents(row.text, amountStart, amountEnd);
      if (amountHtCents < 0) return null;
      const head = heads.get(headOf(row));
      if (head === undefined) return null;
      const tail = tailOf(row);
      if (head.last !== null && head.last.tail === tail)
        return { facts: head.last.facts, date, amountHtCents };
      const facts = head.facts.get(tail);
      if (facts === undefined) return null;
      head.last = { tail, facts };
      return { facts, date, amountHtCents };
    },
    learn(row, purchase) {
      if (kept >= KEPT || purchase.details !== null || !cut(row)) return;
      const date = row.text.slice(dayStart, dayEnd);
      if (date !== purchase.date) return;
      if (plainCents(row.text, amountStart, amountEnd) !== purchase.amountHtCents) return;
      days.set(plainDay(date, 0, date.length), purchase.date);
      const text = headOf(row);
      const head: Head = heads.get(text) ?? { facts: new Map(), last: null };
      heads.set(text, head);
      head.facts.set(tailOf(row), pickFacts(purchase));
      kept += 1;
    },
  };
}

/** Where the cell that starts here ends: its delimiter, or the end of the row. */
export function endOfCell(
  text: string,
  start: number,
  { end, delimiter }: Pick<TextRow, "end" | "delimiter">,
): number {
  if (start < end && text.charCodeAt(start) === QUOTE) return text.indexOf('"', start + 1) + 1;
  // A search would not stop at the end of the row: short rows without a delimiter would each read the rest of the text.
  const mark = delimiter.charCodeAt(0);
  let at = start;
  while (at < end && text.charCodeAt(at) !== mark) at += 1;
  return at;
}

/** `2025-01-31` as the number 20250131; -1 when it is written otherwise. */
function plainDay(text: string, start: number, end: number): number {
  if (end - start !== 10) return -1;
  let number = 0;
  for (let at = 0; at < 10; at++) {
    const code = text.charCodeAt(start + at);
    if (at === 4 || at === 7) {
      if (code !== DASH) return -1;
    } else if (code < ZERO || code > NINE) return -1;
    else number = number * 10 + code - ZERO;
  }
  return number;
}

/** An amount as nearly every row has it, `12`, `12.5` or `12.50`, in cents; -1 when it is written otherwise. */
function plainCents(text: string, start: number, end: number): number {
  let [cents, digits, decimals] = [0, 0, -1];
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT && decimals === -1 && digits > 0) decimals = 0;
    else if (code < ZERO || code > NINE) return -1;
    else {
      cents = cents * 10 + code - ZERO;
      if (decimals === -1) digits += 1;
      else decimals += 1;
    }
  }
  if (digits === 0 || digits > 7 || decimals === 0 || decimals > 2) return -1;
  return decimals === 2 ? cents : cents * (decimals === 1 ? 10 : 100);
}
