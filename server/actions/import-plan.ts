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
import type { PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import { UNNAMED_SUPPLIER } from "../../shared/purchase-file/purchase-row.ts";
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
}

/** The supplier that a name stands for. */
export interface PlannedSupplier {
  id: Id;
  name: string;
  isNew: boolean;
}

export interface ImportPlan {
  canteens: CanteenPlan[];
  /** By supplierKey of the name. */
  suppliers: ReadonlyMap<string, PlannedSupplier>;
}

const PAGE = 5_000;

/** Where every row would go now: its canteen, its supplier by name, and whether it is already there. Writes nothing. */
export async function planImport(
  db: Kysely<Database>,
  rows: readonly PurchaseRow[],
  { canteens, duplicates }: { canteens: readonly KnownCanteen[]; duplicates: DuplicateChoice },
): Promise<ImportPlan> {
  const keys = await readSupplierKeys(db);
  const ids = new Map(canteens.map(({ id, siret }) => [siret, id]));
  const plans: CanteenPlan[] = [];
  for (const [siret, own] of groupBySiret(rows)) {
    const canteenId = ids.get(siret);
    const found =
      canteenId === undefined ? [] : await findDuplicates(db, own, { canteenId, keyOfId: keys.keyOfId });
    const skipped = new Set(duplicates === "skip" ? found : []);
    plans.push({
      siret,
      canteenId: canteenId ?? newId(),
      isNew: canteenId === undefined,
      rows: own.filter((row) => !skipped.has(row)),
      duplicates: found,
    });
  }
  return { canteens: plans, suppliers: namedSuppliers(plans, keys.byKey) };
}

/** The name under which a row's supplier is known. */
export function supplierName(row: PurchaseRow): string {
  return row.supplier ?? UNNAMED_SUPPLIER;
}

interface SupplierKeys {
  byKey: Map<string, PlannedSupplier>;
  keyOfId: Map<Id, string>;
}

async function readSupplierKeys(db: Kysely<Database>): Promise<SupplierKeys> {
  const keys: SupplierKeys = { byKey: new Map(), keyOfId: new Map() };
  for (const { id, name } of await listSupplierNames(db)) {
    const key = supplierKey(name);
    keys.keyOfId.set(id, key);
    if (!keys.byKey.has(key)) keys.byKey.set(key, { id, name, isNew: false });
  }
  return keys;
}

function namedSuppliers(
  plans: readonly CanteenPlan[],
  known: ReadonlyMap<string, PlannedSupplier>,
): Map<string, PlannedSupplier> {
  const named = new Map<string, PlannedSupplier>();
  for (const row of plans.flatMap((plan) => plan.rows)) {
    const name = supplierName(row);
    const key = supplierKey(name);
    if (!named.has(key)) named.set(key, known.get(key) ?? { id: newId(), name, isNew: true });
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
  const wanted = new Map<string, PurchaseRow[]>();
  for (const row of rows) {
    const key = rowKey(row);
    wanted.set(key, [...(wanted.get(key) ?? []), row]);
  }
  const days = rows.map((row) => row.date).sort();
  const range = { canteenId, from: days[0] ?? "", to: days.at(-1) ?? "" };
  const found: PurchaseRow[] = [];
  let after: PurchaseKey | null = null;
  for (;;) {
    const page: PurchaseKey[] = await listPurchaseKeys(db, range, { after, limit: PAGE });
    for (const line of page) {
      const row = wanted.get(lineKey(line, keyOfId))?.shift();
      if (row !== undefined) found.push(row);
    }
    after = page.at(-1) ?? null;
    if (after === null || page.length < PAGE) return found.sort((one, other) => one.row - other.row);
  }
}

function rowKey(row: PurchaseRow): string {
  return [supplierKey(supplierName(row)), row.date, row.amountHtCents, searchKey(row.description)].join("/");
}

function lineKey(line: PurchaseKey, keyOfId: ReadonlyMap<Id, string>): string {
  return [keyOfId.get(line.supplier_id), line.counted_on, line.amount_ht_cents, line.search].join("/");
}
