import type { IsoDate } from "../facts.ts";
import { toSafeInteger } from "../rounding.ts";
import { availabilityKey } from "./availability.ts";
import type {
  PlanAround,
  PlanDay,
  PlanLot,
  PlannedBatch,
  PlanOrder,
  PlanRecipe,
  PlanStock,
  WeekPlan,
} from "./plan-week.ts";

const WHOLE_BP = 10_000;
/** A scale of the workshop: lots are taken by whole kilos, as far as they have them. */
const TAKEN_BY = 1_000;
/** Net grams under which a batch is not worth starting, unless no more is wanted: one crate. */
const LEAST_BATCH = 5_000;

type Left<Row> = Row & { left: number };

/** A plan being made: what is left of everything. */
export interface PlanState {
  days: readonly PlanDay[];
  recipeOf: (order: PlanOrder) => PlanRecipe;
  /** Use-by first. */
  stock: Left<PlanStock>[];
  /** Oldest reception first. */
  lots: Left<PlanLot>[];
  /** Gross grams planned by day. */
  planned: Map<IsoDate, number>;
  batches: Map<string, PlannedBatch>;
  picks: WeekPlan["picks"];
}

/** A batch that an order may be made in. */
interface Target {
  day: IsoDate;
  order: PlanOrder;
  recipe: PlanRecipe;
}

/** Nothing planned yet. Throws RangeError for an order without a recipe. */
export function openPlan({ days, stock, lots, recipes }: PlanAround): PlanState {
  const known = new Map(recipes.map((recipe) => [availabilityKey(recipe), recipe]));
  return {
    days,
    recipeOf: (order) => {
      const recipe = known.get(availabilityKey(order));
      if (recipe === undefined) throw new RangeError(`no recipe for ${availabilityKey(order)}`);
      return recipe;
    },
    stock: stock.map((row) => ({ ...row, left: row.grams })).sort(by(({ useBy }) => useBy)),
    lots: lots.map((row) => ({ ...row, left: row.grams })).sort(by(({ receivedOn }) => receivedOn)),
    planned: new Map(),
    batches: new Map(),
    picks: [],
  };
}

/** Takes finished goods for an order; organic ones for another order only beyond what `rest` needs. Grams taken. */
export function takeStock(state: PlanState, order: PlanOrder, rest: readonly PlanOrder[]): number {
  const first = state.days[0]?.day ?? order.wantedOn;
  const deliveredOn = order.wantedOn < first ? first : order.wantedOn;
  const alike = state.stock.filter((row) => row.productId === order.productId && row.cut === order.cut);
  const usable = alike.filter(({ useBy }) => useBy >= deliveredOn);
  const reserved = sum(
    rest.filter((one) => one.organic && one.productId === order.productId && one.cut === order.cut),
    ({ grams }) => grams,
  );
  const taken = takeFrom(usable, { grams: order.grams, organic: order.organic, reserve: reserved });
  for (const { id, grams } of taken) state.picks.push({ key: order.key, stockId: id, grams });
  return sum(taken, ({ grams }) => grams);
}

/** Gross grams of organic lots that later organic orders need, whatever this order is. */
export function reservedOrganic(
  state: PlanState,
  { order, rest }: { order: PlanOrder; rest: readonly PlanOrder[] },
): number {
  const { rawProductId } = state.recipeOf(order);
  const organic = rest.filter((one) => one.organic && state.recipeOf(one).rawProductId === rawProductId);
  return sum(organic, (one) => rawFor(one.grams, state.recipeOf(one)));
}

/** Gives what a batch of that day makes beyond its orders. Grams given. */
export function takeSpare(state: PlanState, { day, order }: Target, grams: number): number {
  const batch = state.batches.get(batchKey(day, order));
  if (batch === undefined) return 0;
  const given = Math.min(grams, batch.spareGrams);
  if (given > 0) giveTo(batch, order.key, given);
  return given;
}

/** Plans a batch, or more of it, from lots: as far as the day and the lots go. Net grams the order gets. */
export function takeLots(
  state: PlanState,
  { day, order, recipe }: Target,
  { grams, reserve }: { grams: number; reserve: number },
): number {
  const room = roomOf(state, day);
  const wanted = Math.min(rawFor(grams, recipe), room, usableGrams(state, { order, recipe, reserve }));
  const made = netOf(wanted, recipe);
  const going = state.batches.has(batchKey(day, order));
  if (made <= 0 || (!going && made < leastOf(grams))) return 0;
  const taken = takeFrom(lotsFor(state, recipe), { grams: wanted, organic: order.organic, reserve });
  const batch = batchOf(state, { day, order, recipe });
  for (const { id, grams: part } of taken) {
    const input = batch.inputs.find(({ lotId }) => lotId === id);
    if (input === undefined) batch.inputs.push({ lotId: id, grams: part });
    else input.grams += part;
  }
  batch.inputGrams += wanted;
  batch.outputGrams += made;
  batch.spareGrams += made;
  state.planned.set(day, (state.planned.get(day) ?? 0) + wanted);
  const given = Math.min(made, grams);
  giveTo(batch, order.key, given);
  return given;
}

/** Net grams, of so many still wanted, that the lots there would make if a day had room; a crate at least. */
export function possibleGrams(
  state: PlanState,
  use: { order: PlanOrder; recipe: PlanRecipe; reserve: number },
  grams: number,
): number {
  const made = netOf(usableGrams(state, use), use.recipe);
  return made < leastOf(grams) ? 0 : Math.min(made, grams);
}

function leastOf(grams: number): number {
  return Math.min(LEAST_BATCH, Math.max(1, grams));
}

/** Gross grams for so many net ones, up to the next whole kilo. */
export function rawFor(netGrams: number, { yieldBp }: PlanRecipe): number {
  const exact = (BigInt(netGrams) * BigInt(WHOLE_BP) + BigInt(yieldBp) - 1n) / BigInt(yieldBp);
  return Math.ceil(toSafeInteger(exact) / TAKEN_BY) * TAKEN_BY;
}

function netOf(rawGrams: number, { yieldBp }: PlanRecipe): number {
  return toSafeInteger((BigInt(rawGrams) * BigInt(yieldBp)) / BigInt(WHOLE_BP));
}

function roomOf(state: PlanState, day: IsoDate): number {
  const found = state.days.find((one) => one.day === day);
  if (found === undefined || found.capacityGrams === null) return Number.MAX_SAFE_INTEGER;
  return Math.max(0, found.capacityGrams - found.workedGrams - (state.planned.get(day) ?? 0));
}

function lotsFor(state: PlanState, { rawProductId }: PlanRecipe): Left<PlanLot>[] {
  return state.lots.filter(({ productId, left }) => productId === rawProductId && left > 0);
}

function usableGrams(
  state: PlanState,
  { order, recipe, reserve }: { order: PlanOrder; recipe: PlanRecipe; reserve: number },
): number {
  const lots = lotsFor(state, recipe);
  const organic = sum(lots, (lot) => (lot.organic ? lot.left : 0));
  if (order.organic) return organic;
  return sum(lots, (lot) => (lot.organic ? 0 : lot.left)) + Math.max(0, organic - reserve);
}

/** Takes from rows in their order. For an order that is not organic, `reserve` grams of organic rows stay. */
function takeFrom(
  rows: readonly Left<{ id: string; organic: boolean }>[],
  { grams, organic, reserve }: { grams: number; organic: boolean; reserve: number },
): { id: string; grams: number }[] {
  const all = sum(rows, (row) => (row.organic ? row.left : 0));
  let spare = organic ? all : Math.max(0, all - reserve);
  let wanted = grams;
  const taken: { id: string; grams: number }[] = [];
  for (const row of rows) {
    if (organic && !row.organic) continue;
    const part = Math.min(row.left, wanted, row.organic ? spare : wanted);
    if (part <= 0) continue;
    row.left -= part;
    wanted -= part;
    if (row.organic) spare -= part;
    taken.push({ id: row.id, grams: part });
  }
  return taken;
}

function batchKey(day: IsoDate, order: PlanOrder): string {
  return `${day} ${availabilityKey(order)} ${order.organic}`;
}

function batchOf(state: PlanState, { day, order, recipe }: Target): PlannedBatch {
  const key = batchKey(day, order);
  const batch = state.batches.get(key) ?? {
    ...recipe,
    day,
    organic: order.organic,
    inputs: [],
    inputGrams: 0,
    outputGrams: 0,
    spareGrams: 0,
    orders: [],
  };
  state.batches.set(key, batch);
  return batch;
}

function giveTo(batch: PlannedBatch, key: string, grams: number): void {
  const line = batch.orders.find((order) => order.key === key);
  if (line === undefined) batch.orders.push({ key, grams });
  else line.grams += grams;
  batch.spareGrams -= grams;
}

/** By a day, then by id. */
function by<Row extends { id: string }>(dayOf: (row: Row) => IsoDate) {
  return (a: Row, b: Row): number => {
    const [one, other] = [`${dayOf(a)} ${a.id}`, `${dayOf(b)} ${b.id}`];
    return one < other ? -1 : one > other ? 1 : 0;
  };
}

function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
