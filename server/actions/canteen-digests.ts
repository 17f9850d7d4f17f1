import { isDeepStrictEqual } from "node:util";
import type { Kysely } from "kysely";
import { commitMark } from "../../db/commit-mark.ts";
import type { Database } from "../../db/database.ts";
import type { DashboardAsked, DashboardSurroundings } from "../../db/queries/dashboard.ts";
import { findDashboardSurroundings } from "../../db/queries/dashboard.ts";
import type { FigureSupplier } from "../../db/queries/figures.ts";
import type { BoughtMonths } from "../../db/queries/named-cells.ts";
import { listBoughtMonths, listNamedCells } from "../../db/queries/named-cells.ts";
import { beforeWall } from "../../db/wall.ts";
import type { CellDigest } from "../../shared/cell-digest.ts";
import { digestCells, sizeOf, suppliersOf } from "../../shared/cell-digest.ts";
import type { IsoMonth } from "../../shared/facts.ts";
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
  /** Null: it never bought anything, whatever the period. */
  months: BoughtMonths | null;
}

/** The digests of all the canteens asked for, as long as none of them changes. */
export interface KeptWhole extends Kept {
  digests: readonly CellDigest[];
  /** On each basis: it goes from a whole to the next, in which a canteen changed. */
  added: Map<Basis, AddedSums>;
  /** As they were read last. */
  around: AroundWhole | null;
}

interface AroundWhole {
  read: DashboardSurroundings;
  /** With the suppliers of the digests, whichever were read. */
  said: DashboardSurroundings;
  kept: KeptSurroundings;
  /** What was answered, to be answered again while nothing changes; null: a digest is of another version. */
  again: ReadDigests | null;
  /** Of the last commit before it was read; null: not known. */
  mark: number | null;
}

interface AddedSums {
  several: FigureSums;
  /** What each canteen has in them. */
  own: Map<Id, FigureSums>;
}

/** What a dashboard needs beside the digests, as long as it says the same. */
export interface KeptSurroundings extends DashboardSurroundings, Kept {}

export interface ReadDigests {
  /** Another object when a digest changed too. */
  around: KeptSurroundings;
  /** Of the canteens of `around`, in their order; one that bought nothing has an empty digest. */
  digests: KeptDigest[];
  whole: KeptWhole;
}

/** Sums that a process keeps in all: some 60 MB. The canteens asked for longest ago leave first. */
const MOST_SUMS = 1_500_000;
/** What the sets of canteens weigh that a process keeps added up, of a period and a filter each: some 60 MB in all. */
const HEAVIEST_WHOLES = 2_500;
/** Beside a set's canteens: what its dashboard weighs. */
const WEIGHT_OF_DASHBOARD = 15;

interface Store {
  kept: Map<string, KeptDigest>;
  sums: number;
  wholes: Map<string, KeptWhole>;
}

const STORES = new WeakMap<Kysely<Database>, Store>();

/**
 * The digests of the canteens and what a dashboard needs beside them, in three statements at most: two of them read
 * the cells of the canteens that changed since they were last asked for. In none when nothing at all was committed. A version is read before the cells that it is
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
  const key = `${canteenIds.join()} ${about}`;
  const wholeOf = (ids: readonly Id[]) => keptWhole(store, key, ids.map(keyOf));
  const before = wholeOf(canteenIds);
  const mark = commitMark(db);
  if (mark !== null && before.around?.mark === mark && before.around.again !== null)
    return before.around.again;
  const around = await findDashboardSurroundings(
    db,
    { ...asked, supplierIds: suppliersOfWhole(before) },
    before.around?.read,
  );
  if (before.around?.read === around && before.around.again !== null && store.wholes.get(key) === before) {
    before.around.mark = mark;
    return before.around.again;
  }
  const stale = around.canteens.filter(
    ({ id, cubeVersion }) => store.kept.get(keyOf(id))?.version !== cubeVersion,
  );
  const staleIds = stale.map(({ id }) => id);
  const [{ cells, suppliers }, months] = await Promise.all([
    listNamedCells(db, { canteenIds: staleIds, ...rangeToRead(range), narrowed: filter }),
    listBoughtMonths(db, staleIds),
  ]);
  const fresh = groupCells(cells, "canteen");
  const bought = new Map(months.map((found) => [found.canteenId, found]));
  for (const { id, cubeVersion: version } of stale) {
    const digest = digestCells(fresh.get(id) ?? [], range);
    const kept = { canteenId: id, version, digest, months: bought.get(id) ?? null, reckoned: new Map() };
    keep(store, keyOf(id), kept);
  }
  const digests = around.canteens.flatMap(({ id }) => touched(store, keyOf(id)));
  const present = new Set(around.canteens.map(({ id }) => id));
  const whole = wholeOf(canteenIds.filter((id) => present.has(id)));
  makeRoom(store);
  const all = namedIn([...around.suppliers, ...suppliers], suppliersOfWhole(whole));
  const { said, kept } = saidAgain(whole, { ...around, suppliers: all });
  const read = { around: kept, digests, whole };
  // One of them may have been read anew meanwhile, for who asked before its last change.
  const isSound = around.canteens.every(({ cubeVersion }, at) => digests[at]?.version === cubeVersion);
  whole.around = { read: around, said, kept, again: isSound ? read : null, mark };
  return read;
}

/** The same as those kept where they say the same, for they were read with other rows (by whom a canteen bought, say). */
function saidAgain(whole: KeptWhole, said: DashboardSurroundings): Pick<AroundWhole, "said" | "kept"> {
  if (whole.around !== null && isDeepStrictEqual(whole.around.said, said)) return whole.around;
  return { said, kept: { ...said, reckoned: new Map() } };
}

/** First and last months with purchases, whatever the months asked; null: never. */
export function monthsOf(digests: readonly KeptDigest[]): { first: IsoMonth; last: IsoMonth } | null {
  const bought = digests.flatMap(({ months }) => months ?? []);
  const first = bought.map((months) => months.first).toSorted()[0];
  const last = bought
    .map((months) => months.last)
    .toSorted()
    .at(-1);
  return first === undefined || last === undefined ? null : { first, last };
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
  let weight = 0;
  for (const { digests } of store.wholes.values()) weight += WEIGHT_OF_DASHBOARD + digests.length;
  for (const [key, { digests }] of store.wholes) {
    if (weight <= HEAVIEST_WHOLES) break;
    store.wholes.delete(key);
    weight -= WEIGHT_OF_DASHBOARD + digests.length;
  }
  for (const [key, { digest }] of store.kept) {
    if (store.sums <= MOST_SUMS) return;
    store.kept.delete(key);
    store.sums -= sizeOf(digest);
  }
}

/** Those asked for, in that order. */
function namedIn(suppliers: readonly FigureSupplier[], supplierIds: readonly Id[]): FigureSupplier[] {
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
  const whole = isSame ? before : { digests, added, around: null, reckoned: new Map<string, unknown>() };
  wholes.set(key, whole);
  return whole;
}

function newStore(): Store {
  return { kept: new Map(), sums: 0, wholes: new Map() };
}
