import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listSupplierNames } from "../../db/queries/suppliers.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { DuplicateChoice } from "../../shared/imports.ts";
import type { Offer } from "../../shared/offers.ts";
import type { KnownCanteen } from "../../shared/purchase-file/canteen-cell.ts";
import type { PurchaseFacts, PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import { factsOf } from "../../shared/purchase-file/sharing-rows.ts";
import { supplierKey } from "../../shared/table-mapping/supplier-names.ts";
import { findDuplicates, findRepeats, supplierName } from "./find-duplicates.ts";

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
  /** Line of the database that each duplicate resembles. */
  likeness: ReadonlyMap<PurchaseRow, Id>;
  /** Rows equal to an earlier row of the file; among `rows` when repeats are kept. */
  repeats: { row: PurchaseRow; first: PurchaseRow }[];
  /** Articles of the catalogue that rows were recognised to be, see `rememberArticles`. */
  articles: Map<PurchaseRow, Offer>;
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

/** What is to be made of rows that are there already, or come again. */
export interface PlanChoices {
  canteens: readonly KnownCanteen[];
  duplicates: DuplicateChoice;
  /** Rows equal to an earlier row of the file; kept when not given. */
  repeats?: DuplicateChoice;
  /** Rows for which the other choice was made, one by one; not given: none. */
  exceptions?: readonly number[];
}

/** Where every row would go now: its canteen, its supplier by name, and whether it is already there. Writes nothing. */
export async function planImport(
  db: Kysely<Database>,
  rows: readonly PurchaseRow[],
  { canteens, duplicates, repeats = "keep", exceptions = [] }: PlanChoices,
  onLooked: (rows: number) => void = () => undefined,
): Promise<ImportPlan> {
  const others = new Set(exceptions);
  const isSkipped = (choice: DuplicateChoice) => (row: PurchaseRow) =>
    (choice === "skip") !== others.has(row.row);
  let looked = 0;
  const keys = await readSupplierKeys(db);
  const ids = new Map(canteens.map(({ id, siret }) => [siret, id]));
  const plans: CanteenPlan[] = [];
  for (const [siret, own] of groupBySiret(rows)) {
    const canteenId = ids.get(siret);
    const before = looked;
    const likeness =
      canteenId === undefined
        ? new Map<PurchaseRow, Id>()
        : await findDuplicates(db, own, {
            canteenId,
            keyOfId: keys.keyOfId,
            onLooked: (count) => onLooked(before + count),
          });
    looked += own.length;
    const found = [...likeness.keys()].sort((one, other) => one.row - other.row);
    const repeated = findRepeats(own, keys.keyOfId).filter(({ row }) => !likeness.has(row));
    const again = repeated.map(({ row }) => row);
    const skipped = new Set([...found.filter(isSkipped(duplicates)), ...again.filter(isSkipped(repeats))]);
    plans.push({
      siret,
      canteenId: canteenId ?? newId(),
      isNew: canteenId === undefined,
      rows: own.filter((row) => !skipped.has(row)),
      duplicates: found,
      likeness,
      repeats: repeated,
      articles: new Map(),
    });
  }
  return { canteens: plans, suppliers: namedSuppliers(plans, keys) };
}

/** Under what a plan has the supplier of a row: the id that was chosen for it, else the key of its name. */
export function plannedSupplierKey(row: PurchaseRow): string {
  return row.details?.supplierId ?? supplierKey(supplierName(row));
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
