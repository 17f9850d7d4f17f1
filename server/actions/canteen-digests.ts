import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { DashboardAsked, DashboardSurroundings } from "../../db/queries/dashboard.ts";
import { findDashboardSurroundings } from "../../db/queries/dashboard.ts";
import type { FigureSupplier } from "../../db/queries/figures.ts";
import { listNamedCells } from "../../db/queries/named-cells.ts";
import type { CellDigest } from "../../shared/cell-digest.ts";
import { digestCells, sizeOf, suppliersOf } from "../../shared/cell-digest.ts";
import type { FigureFilter } from "../../shared/figure-filter.ts";
import { rangeToRead } from "../../shared/figures.ts";
import type { Id } from "../../shared/ids.ts";
import { groupCells } from "../../shared/indicators/groups.ts";
import type { MonthRange } from "../../shared/periods.ts";

/** A canteen's digest, as long as its cells stay as they are. */
export interface KeptDigest {
  canteenId: Id;
  /** Of the canteen's cells when they were read. */
  version: number;
  digest: CellDigest;
  /** What was reckoned from the digest, by what was asked. */
  reckoned: Map<string, unknown>;
}

export interface ReadDigests {
  around: DashboardSurroundings;
  /** Of the canteens of `around`, in their order; one that bought nothing has an empty digest. */
  digests: KeptDigest[];
}

/** Sums that a process keeps in all: some 60 MB. The canteens asked for longest ago leave first. */
const MOST_SUMS = 1_500_000;

interface Store {
  kept: Map<string, KeptDigest>;
  sums: number;
}

const STORES = new WeakMap<Kysely<Database>, Store>();

/**
 * The digests of the canteens and what a dashboard needs beside them, in two statements at most: the second reads the
 * cells of the canteens that changed since they were last asked for. A version is read before the cells that it is
 * kept with, so a digest may be newer than its version, never older.
 */
export async function readDigests(
  db: Kysely<Database>,
  asked: Omit<DashboardAsked, "supplierIds"> & { range: MonthRange; filter: FigureFilter },
): Promise<ReadDigests> {
  const store = STORES.get(db) ?? { kept: new Map<string, KeptDigest>(), sums: 0 };
  STORES.set(db, store);
  const { range, filter, canteenIds } = asked;
  const keyOf = (canteenId: Id) =>
    [canteenId, range.fromMonth, range.toMonth, filter.family ?? "", filter.supplier ?? ""].join(" ");
  const known = canteenIds.flatMap((id) => store.kept.get(keyOf(id))?.digest ?? []);
  const around = await findDashboardSurroundings(db, { ...asked, supplierIds: suppliersOf(known) });
  const stale = around.canteens.filter(
    ({ id, cubeVersion }) => store.kept.get(keyOf(id))?.version !== cubeVersion,
  );
  const { cells, suppliers } = await listNamedCells(db, {
    canteenIds: stale.map(({ id }) => id),
    ...rangeToRead(range),
    narrowed: filter,
  });
  const fresh = groupCells(cells, "canteen");
  for (const { id, cubeVersion } of stale) {
    const digest = digestCells(fresh.get(id) ?? [], range);
    keep(store, keyOf(id), { canteenId: id, version: cubeVersion, digest, reckoned: new Map() });
  }
  const digests = around.canteens.flatMap(({ id }) => touched(store, keyOf(id)));
  makeRoom(store);
  return { around: { ...around, suppliers: named(digests, [...around.suppliers, ...suppliers]) }, digests };
}

/** What `reckon` gives of a digest, reckoned once. */
export function reckonedOnce<Value>(kept: KeptDigest, what: string, reckon: () => Value): Value {
  if (!kept.reckoned.has(what)) kept.reckoned.set(what, reckon());
  return kept.reckoned.get(what) as Value;
}

function keep(store: Store, key: string, kept: KeptDigest): void {
  const before = store.kept.get(key);
  store.sums += sizeOf(kept.digest) - (before === undefined ? 0 : sizeOf(before.digest));
  store.kept.set(key, kept);
}

/** The digest, which is now the last to leave. */
function touched({ kept }: Store, key: string): KeptDigest[] {
  const found = kept.get(key);
  if (found === undefined) return [];
  kept.delete(key);
  kept.set(key, found);
  return [found];
}

function makeRoom(store: Store): void {
  for (const [key, { digest }] of store.kept) {
    if (store.sums <= MOST_SUMS) return;
    store.kept.delete(key);
    store.sums -= sizeOf(digest);
  }
}

/** Those of the period, by id. */
function named(digests: readonly KeptDigest[], suppliers: readonly FigureSupplier[]): FigureSupplier[] {
  const names = new Map(suppliers.map((supplier) => [supplier.id, supplier]));
  return suppliersOf(digests.map(({ digest }) => digest))
    .toSorted()
    .flatMap((id) => names.get(id) ?? []);
}
