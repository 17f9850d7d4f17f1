import type {
  LegumerieBatchesTable,
  LegumerieBatchInputsTable,
  LegumerieLossesTable,
} from "../../db/tables/legumerie-batches.ts";
import type { LegumerieLotsTable } from "../../db/tables/legumerie-lots.ts";
import type {
  LegumerieDeliveriesTable,
  LegumerieDisposalsTable,
  LegumerieOutputsTable,
} from "../../db/tables/legumerie-outputs.ts";
import { addDays, compareDates, dayOfWeek } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { apportionCents } from "../../shared/money.ts";
import { createRandom } from "../../shared/random.ts";
import { demoId } from "./ids.ts";
import { productId } from "./offers.ts";
import { orderIdOf } from "./orders.ts";
import type { Purchase } from "./purchases.ts";
import { disposalsOf } from "./workshop-disposals.ts";
import { lossBp, splitLosses } from "./workshop-losses.ts";
import type { Recipe } from "./workshop-recipes.ts";
import { batchProducers, recipeOf } from "./workshop-recipes.ts";
import type { ExpectedOrder, WorkshopTalk } from "./workshop-requests.ts";
import { workshopTalk } from "./workshop-requests.ts";
import type { Stock, Taken } from "./workshop-stock.ts";
import { createStock } from "./workshop-stock.ts";

/** All that both légumeries wrote down. */
export interface Ledger extends WorkshopTalk {
  lots: LegumerieLotsTable[];
  batches: LegumerieBatchesTable[];
  inputs: LegumerieBatchInputsTable[];
  losses: LegumerieLossesTable[];
  outputs: LegumerieOutputsTable[];
  deliveries: LegumerieDeliveriesTable[];
  disposals: LegumerieDisposalsTable[];
}

/** What one recipe must deliver one day. */
interface Run {
  recipe: Recipe;
  /** Of the week: it says whose vegetables are used. */
  monday: IsoDate;
  deliveredOn: IsoDate;
  purchases: Purchase[];
}

const PACK_GRAMS = 5000;
/** One order in so many finds no vegetable in stock. */
const SHORT_OF = 4;
/** Gross weight received for a net one: about what preparing it loses. */
const RAW_FOR_NET = 1.5;
const USE_BY_DAYS: Readonly<Record<string, number>> = {
  WHOLE: 10,
  CHIPS: 10,
  CUBES: 10,
  SLICES: 10,
  GRATED: 6,
  MINCED: 6,
};

/** The ledger that explains every kilo delivered up to `today`: production follows the canteens' orders. */
export function ledgerOf(purchases: readonly Purchase[], today: IsoDate): Ledger {
  const made = { lots: [], batches: [], inputs: [], losses: [], outputs: [], deliveries: [], disposals: [] };
  const { expected, ...talk } = workshopTalk(purchases, today);
  const ledger: Ledger = { ...made, ...talk };
  const stocks = new Map<string, Stock>();
  const stocksOf = (recipe: Recipe, monday: IsoDate): Stock[] =>
    batchProducers(recipe, monday).map((producer) => {
      const key = `${recipe.key} ${producer.key}`;
      const stock = stocks.get(key) ?? createStock(recipe, producer);
      stocks.set(key, stock);
      return stock;
    });
  for (const run of runsOf(purchases, today))
    writeRun(ledger, run, { stocks: stocksOf(run.recipe, run.monday), today });
  receiveFor(expected, (recipe) => stocksOf(recipe, today)[0], today);
  ledger.disposals = disposalsOf(ledger, today);
  ledger.lots = [...stocks.values()].flatMap((stock) => stock.lots);
  return ledger;
}

/** Vegetables for the orders on their way: enough for most, too little for some, so that a week shows both. */
function receiveFor(
  expected: readonly ExpectedOrder[],
  stockOf: (recipe: Recipe) => Stock | undefined,
  today: IsoDate,
): void {
  for (const [index, { recipe, grams }] of expected.entries())
    if (index % SHORT_OF !== SHORT_OF - 1) stockOf(recipe)?.receive(Math.ceil(grams * RAW_FOR_NET), today);
}

/** Oldest first; what is packed for the next day is not delivered yet. */
function runsOf(purchases: readonly Purchase[], today: IsoDate): Run[] {
  const runs = new Map<string, Run>();
  for (const purchase of purchases) {
    const recipe = recipeOf(purchase.article);
    const { deliveredOn } = purchase;
    if (recipe === undefined || packingDay(deliveredOn) > today || purchase.orderedOn > today) continue;
    const key = `${deliveredOn} ${recipe.key}`;
    const run = runs.get(key) ?? { recipe, monday: purchase.need.week.monday, deliveredOn, purchases: [] };
    run.purchases.push(purchase);
    runs.set(key, run);
  }
  return [...runs.values()].sort((a, b) => compareDates(a.deliveredOn, b.deliveredOn));
}

function writeRun(
  ledger: Ledger,
  { recipe, deliveredOn, purchases }: Run,
  { stocks, today }: { stocks: readonly Stock[]; today: IsoDate },
): void {
  const key = `batch ${recipe.key} ${deliveredOn}`;
  const random = createRandom(key);
  const legumerie_id = recipe.workshop.supplier.id;
  const day = packingDay(deliveredOn);
  const created_at = `${day}T15:00:00.000Z`;
  const batch_id = demoId(day, key);
  const delivered = purchases.reduce((sum, { line }) => sum + (line.quantityMilli ?? 0), 0);
  const net = Math.ceil(delivered / PACK_GRAMS) * PACK_GRAMS;
  const prepared = Math.ceil((net * 10_000) / (10_000 - lossBp(recipe.raw, random)) / 100) * 100;
  const expired = stocks.flatMap((stock) => stock.clear(day));
  const taken = takeEvenly(stocks, prepared, day);
  const lost = { prepared: prepared - net, expired: gramsOf(expired) };

  ledger.batches.push({
    legumerie_id,
    id: batch_id,
    started_on: day,
    ended_on: day,
    cut: recipe.cut,
    created_at,
  });
  for (const { lot, grams } of [...expired, ...taken])
    ledger.inputs.push({ legumerie_id, batch_id, lot_id: lot.id, grams });
  splitLosses(lost, random).forEach((loss, index) => {
    ledger.losses.push({ legumerie_id, id: demoId(day, `${key} loss ${index}`), batch_id, ...loss });
  });
  const output: LegumerieOutputsTable = {
    legumerie_id,
    id: demoId(day, `${key} output`),
    batch_id,
    product_id: productId(recipe.sold),
    cut: recipe.cut,
    net_grams: net,
    pack_grams: PACK_GRAMS,
    packed_on: day,
    use_by: addDays(day, USE_BY_DAYS[recipe.cut] ?? 10),
    created_at,
  };
  ledger.outputs.push(output);
  if (deliveredOn <= today)
    ledger.deliveries.push(...purchases.map((purchase) => deliveryOf(purchase, output)));
}

function deliveryOf(purchase: Purchase, output: LegumerieOutputsTable): LegumerieDeliveriesTable {
  const { line, need, deliveredOn } = purchase;
  const grams = line.quantityMilli ?? 0;
  return {
    canteen_id: need.canteen.id,
    id: line.id,
    legumerie_id: output.legumerie_id,
    output_id: output.id,
    delivered_on: deliveredOn,
    grams,
    refused_grams: grams - (line.receivedMilli ?? grams),
    price_ht_cents: line.amountHtCents,
    order_id: orderIdOf(purchase),
    line_id: line.id,
    created_at: `${deliveredOn}T10:00:00.000Z`,
  };
}

/** Equal parts from each producer's lots. */
function takeEvenly(stocks: readonly Stock[], grams: number, day: IsoDate): Taken[] {
  const parts = apportionCents(
    grams,
    stocks.map(() => 1),
  );
  return stocks.flatMap((stock, index) => stock.take(parts[index] ?? 0, day));
}

function gramsOf(taken: readonly Taken[]): number {
  return taken.reduce((sum, { grams }) => sum + grams, 0);
}

/** The working day before the delivery. */
function packingDay(deliveredOn: IsoDate): IsoDate {
  const before = addDays(deliveredOn, -1);
  return addDays(before, -Math.max(0, dayOfWeek(before) - 5));
}
