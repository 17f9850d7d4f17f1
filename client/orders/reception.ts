import { formatEntry } from "../../shared/format/numbers.ts";
import type { Id } from "../../shared/ids.ts";
import type { Locale } from "../../shared/locales.ts";
import type { OrderLine } from "../../shared/orders.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import type { Refusal, RefusalReason } from "../../shared/refusals.ts";
import type { Row } from "./row.ts";
import { withText } from "./row.ts";

/** What was found of one line at the door; a line without it came as ordered. */
export interface LineReception {
  /** Quantity kept, as typed. */
  received: string;
  /** « Refuser » was pressed: a reason is asked for. */
  refused: boolean;
  reason: RefusalReason | null;
  note: string;
}

/** By line; absent: as ordered. */
export type Reception = ReadonlyMap<Id, LineReception>;

/** What the order already says of its lines. */
export function receptionOf(rows: readonly Row[]): Reception {
  return new Map(
    rows.flatMap((row): [Id, LineReception][] => {
      const received = row.texts.received.trim();
      if (received === "") return [];
      const refusal = row.refusal ?? null;
      return [
        [
          row.id,
          { received, refused: refusal !== null, reason: refusal?.reason ?? null, note: refusal?.note ?? "" },
        ],
      ];
    }),
  );
}

/** « Ajuster »: starts from what was ordered. */
export function adjusted(line: Pick<OrderLine, "quantityMilli">, locale: Locale): LineReception {
  return { received: quantityText(line.quantityMilli ?? 0, locale), refused: false, reason: null, note: "" };
}

/** « Refuser »: nothing of it was kept, unless said otherwise. */
export function refusedWhole(): LineReception {
  return { received: "0", refused: true, reason: null, note: "" };
}

/** One unit more or less than what is typed, never under nothing. */
export function stepped(received: string, step: 1 | -1, locale: Locale): string {
  const read = parseScaled(received, 3);
  const milli = read.ok ? read.value : 0;
  return quantityText(Math.max(0, milli + step * 1000), locale);
}

/** What keeps a line's reception from being kept; null: nothing. */
export function receptionIssue({ received, refused, reason }: LineReception): "quantity" | "reason" | null {
  const read = parseScaled(received, 3);
  if (!read.ok || read.value < 0) return "quantity";
  return refused && reason === null ? "reason" : null;
}

/** The row once its goods are in: what was kept, and why the rest was not. */
export function receivedRow(row: Row, line: OrderLine, found: LineReception | undefined): Row {
  if (found === undefined) return asOrdered(row);
  const kept = withText(row, "received", found.received.trim());
  const amount = line.unitPriceHtE4 === null && isNothing(found) ? withText(kept, "amount", "0") : kept;
  return { ...amount, refusal: refusalOf(found) };
}

/** The same row when it says so already: it is then no change. */
function asOrdered(row: Row): Row {
  const emptied = withText(row, "received", "");
  return emptied.refusal == null ? emptied : { ...emptied, refusal: null };
}

function refusalOf({ refused, reason, note }: LineReception): Refusal | null {
  return refused && reason !== null ? { reason, note: note.trim() || null } : null;
}

/** A line of which only the amount is known counts for nothing once nothing of it was kept. */
function isNothing({ received }: LineReception): boolean {
  const read = parseScaled(received, 3);
  return read.ok && read.value === 0;
}

function quantityText(milli: number, locale: Locale): string {
  return formatEntry({ value: milli, decimals: 3 }, locale);
}
