import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { PurchaseKey } from "../../db/queries/imports.ts";
import { listPurchaseKeys } from "../../db/queries/imports.ts";
import { listSupplierNames } from "../../db/queries/suppliers.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { DuplicateChoice } from "../../shared/imports.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { KnownCanteen } from "../../shared/purchase-file/canteen-cell.ts";
import type { PurchaseFacts, PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import { UNNAMED_SUPPLIER } from "../../shared/purchase-file/purchase-row.ts";
import { factsOf } from "../../shared/purchase-file/sharing-rows.ts";
import { supplierKey } from "../../shared/table-mapping/supplier-names.ts";

/** Where the rows of one canteen of the file go. */
export interface CanteenPlan {
  siret: string;
  /** Made here when `isNew`. */
  canteenId: Id;
  isNew: boolean;
  /** Rows to write. */
  rows: PurchaseRow[];
  /** Rows that are in the database already; among `rows` when duplicates are kept. */
  duplicates: PurchaseRow[];
  /** Rows equal to an earlier row of the file; among `rows` when repeats are kept. */
  repeats: { row: PurchaseRow; first: PurchaseRow }[];
}

/** The supplier that a name stands for. */
export interface PlannedSupplier {
  id: Id;
  name: string;
  /** 14 digits, said by the file for a supplier that is created; null: not said, or another has it. */
  siret: string | null;
  isNew: boolean;
}

export interface ImportPlan {
  canteens: CanteenPlan[];
  /** By plannedSupplierKey of a row. */
  suppliers: ReadonlyMap<string, PlannedSupplier>;
}

const PAGE = 5_000;

/** Where every row would go now: its canteen, its supplier by name, and whether it is already there. Writes nothing. */
export async function planImport(
  db: Kysely<Database>,
  rows: readonly PurchaseRow[],
  {
    canteens,
    duplicates,
    repeats = "keep",
  }: { canteens: readonly KnownCanteen[]; duplicates: DuplicateChoice; repeats?: DuplicateChoice },
): Promise<ImportPlan> {
  const keys = await readSupplierKeys(db);
  const ids = new Map(canteens.map(({ id, siret }) => [siret, id]));
  const plans: CanteenPlan[] = [];
  for (const [siret, own] of groupBySiret(rows)) {
    const canteenId = ids.get(siret);
    const found =
      canteenId === undefined ? [] : await findDuplicates(db, own, { canteenId, keyOfId: keys.keyOfId });
    const there = new Set(found);
    const repeated = findRepeats(own, keys.keyOfId).filter(({ row }) => !there.has(row));
    const skipped = new Set(duplicates === "skip" ? found : []);
    if (repeats === "skip") for (const { row } of repeated) skipped.add(row);
    plans.push({
      siret,
      canteenId: canteenId ?? newId(),
      isNew: canteenId === undefined,
      rows: own.filter((row) => !skipped.has(row)),
      duplicates: found,
      repeats: repeated,
    });
  }
  return { canteens: plans, suppliers: namedSuppliers(plans, keys) };
}

/** Under what a plan has the supplier of a row: the id that was chosen for it, else the key of its name. */
export function plannedSupplierKey(row: PurchaseRow): string {
  return row.details?.supplierId ?? supplierKey(supplierName(row));
}

/** The name under which a row's supplier is known. */
export function supplierName(row: PurchaseRow): string {
  return row.supplier ?? UNNAMED_SUPPLIER;
}

interface SupplierKeys {
  /** By key of the name and by id. */
  byKey: Map<string, PlannedSupplier>;
  sirets: ReadonlySet<string>;
  keyOfId: Map<Id, string>;
}

async function readSupplierKeys(db: Kysely<Database>): Promise<SupplierKeys> {
  const sirets = new Set<string>();
  const keys: SupplierKeys = { byKey: new Map(), keyOfId: new Map(), sirets };
  for (const { id, name, siret } of await listSupplierNames(db)) {
    const key = supplierKey(name);
    const supplier = { id, name, siret, isNew: false };
    keys.keyOfId.set(id, key);
    keys.byKey.set(id, supplier);
    if (!keys.byKey.has(key)) keys.byKey.set(key, supplier);
    if (siret !== null) sirets.add(siret);
  }
  return keys;
}

function namedSuppliers(
  plans: readonly CanteenPlan[],
  { byKey, sirets }: SupplierKeys,
): Map<string, PlannedSupplier> {
  const named = new Map<string, PlannedSupplier>();
  const taken = new Set(sirets);
  const seen = new Set<PurchaseFacts>();
  for (const row of plans.flatMap((plan) => plan.rows)) {
    if (row.details === null) {
      const facts = factsOf(row);
      if (seen.has(facts)) continue;
      seen.add(facts);
    }
    const key = plannedSupplierKey(row);
    if (named.has(key)) continue;
    const name = supplierName(row);
    const known = byKey.get(key) ?? byKey.get(supplierKey(name));
    const said = row.details?.supplierSiret ?? null;
    const siret = said === null || taken.has(said) ? null : said;
    if (known === undefined && siret !== null) taken.add(siret);
    named.set(key, known ?? { id: newId(), name, siret, isNew: true });
  }
  return named;
}

function groupBySiret(rows: readonly PurchaseRow[]): [string, PurchaseRow[]][] {
  const groups = new Map<string, PurchaseRow[]>();
  for (const row of rows) {
    const own = groups.get(row.siret);
    if (own === undefined) groups.set(row.siret, [row]);
    else own.push(row);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * Rows that the canteen already has: same supplier, day, description and amount. Each line that is there accounts
 * for one row: three equal rows against two equal lines leave one row to write.
 */
async function findDuplicates(
  db: Kysely<Database>,
  rows: readonly PurchaseRow[],
  { canteenId, keyOfId }: { canteenId: Id; keyOfId: ReadonlyMap<Id, string> },
): Promise<PurchaseRow[]> {
  let [from, to] = ["9999-12-31", ""];
  for (const { date } of rows) {
    if (date < from) from = date;
    if (date > to) to = date;
  }
  const range = { canteenId, from, to };
  let wanted: Map<string, PurchaseRow[]> | null = null;
  const found: PurchaseRow[] = [];
  let after: PurchaseKey | null = null;
  for (;;) {
    const page: PurchaseKey[] = await listPurchaseKeys(db, range, { after, limit: PAGE });
    if (page.length === 0) return found.sort((one, other) => one.row - other.row);
    wanted ??= rowsByKey(rows, keyOfId);
    for (const line of page) {
      const row = wanted.get(lineKey(line, keyOfId))?.shift();
      if (row !== undefined) found.push(row);
    }
    after = page.at(-1) ?? null;
  }
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
function findRepeats(
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
