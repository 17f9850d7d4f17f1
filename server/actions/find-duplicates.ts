import { setImmediate as nextTurn } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { PurchaseKey } from "../../db/queries/imports.ts";
import { listPurchaseKeys } from "../../db/queries/imports.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import { UNNAMED_SUPPLIER } from "../../shared/purchase-file/purchase-row.ts";
import { supplierKey } from "../../shared/table-mapping/supplier-names.ts";

const PAGE = 5_000;

/** The name under which a row's supplier is known. */
export function supplierName(row: PurchaseRow): string {
  return row.supplier ?? UNNAMED_SUPPLIER;
}

/**
 * Rows that the canteen already has, with its line: same supplier, day, description and amount. Each line that is there accounts
 * for one row: three equal rows against two equal lines leave one row to write.
 */
export async function findDuplicates(
  db: Kysely<Database>,
  rows: readonly PurchaseRow[],
  {
    canteenId,
    keyOfId,
    onLooked,
  }: { canteenId: Id; keyOfId: ReadonlyMap<Id, string>; onLooked: (rows: number) => void },
): Promise<Map<PurchaseRow, Id>> {
  let [from, to] = ["9999-12-31", ""];
  for (const { date } of rows) {
    if (date < from) from = date;
    if (date > to) to = date;
  }
  const range = { canteenId, from, to };
  let wanted: Map<string, PurchaseRow[]> | null = null;
  let rowsUpTo: ((date: IsoDate) => number) | null = null;
  const found = new Map<PurchaseRow, Id>();
  let after: PurchaseKey | null = null;
  for (;;) {
    const page: PurchaseKey[] = await listPurchaseKeys(db, range, { after, limit: PAGE });
    if (page.length === 0) return found;
    wanted ??= rowsByKey(rows, keyOfId);
    rowsUpTo ??= countUpTo(rows);
    for (const line of page) {
      const row = wanted.get(lineKey(line, keyOfId))?.shift();
      if (row !== undefined) found.set(row, line.id);
    }
    after = page.at(-1) ?? null;
    if (after !== null) onLooked(rowsUpTo(after.counted_on));
    // Others have their turn, and who waits hears how far it is.
    await nextTurn();
  }
}

/** How many rows are of a day or earlier: lines are looked at by day. */
function countUpTo(rows: readonly PurchaseRow[]): (date: IsoDate) => number {
  const days = rows.map(({ date }) => date).sort();
  let count = 0;
  return (date) => {
    while (count < days.length && (days[count] ?? "") <= date) count += 1;
    return count;
  };
}

function rowsByKey(
  rows: readonly PurchaseRow[],
  keyOfId: ReadonlyMap<Id, string>,
): Map<string, PurchaseRow[]> {
  const byKey = new Map<string, PurchaseRow[]>();
  for (const row of rows) {
    const key = rowKey(row, keyOfId);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [row]);
    else same.push(row);
  }
  return byKey;
}

/** Rows that say again what an earlier row says: same supplier, day, description, amount and delivery note. */
export function findRepeats(
  rows: readonly PurchaseRow[],
  keyOfId: ReadonlyMap<Id, string>,
): { row: PurchaseRow; first: PurchaseRow }[] {
  const seen = new Map<string, PurchaseRow>();
  const repeats: { row: PurchaseRow; first: PurchaseRow }[] = [];
  for (const row of rowsOfOneAmount(rows)) {
    const key = `${rowKey(row, keyOfId)}/${row.details?.reference ?? ""}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else repeats.push({ row, first });
  }
  return repeats;
}

/** Slots that rows fall into by their day and amount: several of a file of 100 000 rows for each of them. */
const SLOTS = 1 << 20;

/** Rows that may have the day and amount of another: only they can be equal, and they are few. */
function rowsOfOneAmount(rows: readonly PurchaseRow[]): PurchaseRow[] {
  const days = new Map<string, number>();
  const counts = new Uint8Array(SLOTS);
  const slots = new Uint32Array(rows.length);
  for (const [at, { date, amountHtCents }] of rows.entries()) {
    const day = days.get(date) ?? days.size;
    if (day === days.size) days.set(date, day);
    const slot = (Math.imul(amountHtCents, 0x9e3779b1) ^ Math.imul(day, 0x85ebca6b)) >>> 12;
    slots[at] = slot;
    counts[slot] = Math.min((counts[slot] ?? 0) + 1, 2);
  }
  return rows.filter((_, at) => counts[slots[at] ?? 0] === 2);
}

function rowKey(row: PurchaseRow, keyOfId: ReadonlyMap<Id, string>): string {
  const chosen = keyOfId.get(row.details?.supplierId ?? "");
  const supplier = chosen ?? supplierKey(supplierName(row));
  return `${supplier}/${row.date}/${row.amountHtCents}/${searchKey(row.description)}`;
}

function lineKey(line: PurchaseKey, keyOfId: ReadonlyMap<Id, string>): string {
  return [keyOfId.get(line.supplier_id), line.counted_on, line.amount_ht_cents, line.search].join("/");
}
