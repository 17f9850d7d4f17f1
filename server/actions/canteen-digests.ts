import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { DashboardAsked, DashboardSurroundings } from "../../db/queries/dashboard.ts";
import { findDashboardSurroundings } from "../../db/queries/dashboard.ts";
import type { FigureSupplier } from "../../db/queries/figures.ts";
import { listNamedCells } from "../../db/queries/named-cells.ts";
import { beforeWall } from "../../db/wall.ts";
import type { CellDigest } from "../../shared/cell-digest.ts";
import { digestCells, sizeOf, suppliersOf } from "../../shared/cell-digest.ts";
import type { FigureFilter } from "../../shared/figure-filter.ts";
import type { FigureSums } from "../../shared/figure-sums.ts";
import { addSums, noSums, sumsOfDigest } from "../../shared/figure-sums.ts";
import { rangeToRead } from "../../shared/figures.ts";
import type { Id } from "../../shared/ids.ts";
import { groupCells } from "../../shared/indicators/groups.ts";
import type { Basis } from "../../shared/indicators/indicators.ts";
import type { MonthRange } from "../../shared/periods.ts";

/** Something that stays as it is, and what was reckoned from it, by what was asked. */
interface Kept {
  reckoned: Map<string, unknown>;
}

/** A canteen's digest, as long as its cells stay as they are. */
export interface KeptDigest extends Kept {
  canteenId: Id;
  /** Of the canteen's cells when they were read. */
  version: number;
  digest: CellDigest;
}

/** The digests of all the canteens asked for, as long as none of them changes. */
export interface KeptWhole extends Kept {
  digests: readonly CellDigest[];
  /** On each basis: it goes from a whole to the next, in which a canteen changed. */
  added: Map<Basis, AddedSums>;
}

interface AddedSums {
  several: FigureSums;
  /** What each canteen has in them. */
  own: Map<Id, FigureSums>;
}

export interface ReadDigests {
  around: DashboardSurroundings;
  /** Of the canteens of `around`, in their order; one that bought nothing has an empty digest. */
  digests: KeptDigest[];
  whole: KeptWhole;
}

/** Sums that a process keeps in all: some 60 MB. The canteens asked for longest ago leave first. */
const MOST_SUMS = 1_500_000;
/** Sets of canteens, of a period and a filter each, that a process keeps added up: some 3 MB each. */
const MOST_WHOLES = 20;

interface Store {
  kept: Map<string, KeptDigest>;
  sums: number;
  wholes: Map<string, KeptWhole>;
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
  const opened = beforeWall(db);
  const store = STORES.get(opened) ?? newStore();
  STORES.set(opened, store);
  const { range, filter, canteenIds } = asked;
  const about = [range.fromMonth, range.toMonth, filter.family ?? "", filter.supplier ?? ""].join(" ");
  const keyOf = (canteenId: Id) => `${canteenId} ${about}`;
  const wholeOf = (ids: readonly Id[]) => keptWhole(store, `${canteenIds.join()} ${about}`, ids.map(keyOf));
  const around = await findDashboardSurroundings(db, {
    ...asked,
    supplierIds: suppliersOfWhole(wholeOf(canteenIds)),
  });
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
  const present = new Set(around.canteens.map(({ id }) => id));
  const whole = wholeOf(canteenIds.filter((id) => present.has(id)));
  makeRoom(store);
  const all = [...around.suppliers, ...suppliers];
  return { around: { ...around, suppliers: named(suppliersOfWhole(whole), all) }, digests, whole };
}

/** What `reckon` gives of what is kept, reckoned once: nobody may change it. */
export function reckonedOnce<Value>(kept: Kept, what: string, reckon: () => Value): Value {
  if (!kept.reckoned.has(what)) kept.reckoned.set(what, reckon());
  return kept.reckoned.get(what) as Value;
}

/** The sums of one canteen of the digests read for the period. */
export function canteenSums(kept: KeptDigest, asked: { range: MonthRange; basis: Basis }): FigureSums {
  return reckonedOnce(kept, `sums ${asked.basis}`, () => sumsOfDigest(kept.digest, asked));
}

/** The sums of all the canteens together, until they are asked for again: only those that changed are added anew. */
export function wholeSums(
  { digests, whole }: Pick<ReadDigests, "digests" | "whole">,
  asked: { range: MonthRange; basis: Basis },
): FigureSums {
  const added = whole.added.get(asked.basis) ?? { several: noSums(), own: new Map<Id, FigureSums>() };
  whole.added.set(asked.basis, added);
  const present = new Map(digests.map((kept) => [kept.canteenId, canteenSums(kept, asked)]));
  for (const [canteenId, sums] of added.own) {
    if (present.get(canteenId) === sums) continue;
    addSums(added.several, sums, -1);
    added.own.delete(canteenId);
  }
  for (const [canteenId, sums] of present) {
    if (added.own.has(canteenId)) continue;
    addSums(added.several, sums, 1);
    added.own.set(canteenId, sums);
  }
  return added.several;
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
  for (const key of store.wholes.keys()) {
    if (store.wholes.size <= MOST_WHOLES) break;
    store.wholes.delete(key);
  }
  for (const [key, { digest }] of store.kept) {
    if (store.sums <= MOST_SUMS) return;
    store.kept.delete(key);
    store.sums -= sizeOf(digest);
  }
}

/** Those of the period, by id. */
function named(supplierIds: readonly Id[], suppliers: readonly FigureSupplier[]): FigureSupplier[] {
  const names = new Map(suppliers.map((supplier) => [supplier.id, supplier]));
  return supplierIds.flatMap((id) => names.get(id) ?? []);
}

/** By id. */
function suppliersOfWhole(whole: KeptWhole): readonly Id[] {
  return reckonedOnce(whole, "suppliers", () => suppliersOf(whole.digests).toSorted());
}

/** The one kept under the key when its digests are those that the store has now, else a new one in its place. */
function keptWhole({ kept, wholes }: Store, key: string, digestKeys: readonly string[]): KeptWhole {
  const digests = digestKeys.flatMap((digestKey) => kept.get(digestKey)?.digest ?? []);
  const before = wholes.get(key);
  wholes.delete(key);
  const isSame =
    before?.digests.length === digests.length && digests.every((digest, at) => digest === before.digests[at]);
  const added = before?.added ?? new Map<Basis, AddedSums>();
  const whole = isSame ? before : { digests, added, reckoned: new Map<string, unknown>() };
  wholes.set(key, whole);
  return whole;
}

function newStore(): Store {
  return { kept: new Map(), sums: 0, wholes: new Map() };
}
