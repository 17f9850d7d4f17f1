import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listBatchesSince } from "../../db/queries/legumerie-batches.ts";
import type { ListedLot } from "../../db/queries/legumerie-lots.ts";
import { listLots, listLotsOfBatches } from "../../db/queries/legumerie-lots.ts";
import { listWorkedBatches, sumDeliveredByRequest } from "../../db/queries/legumerie-plan.ts";
import type { ListedRequest } from "../../db/queries/legumerie-requests.ts";
import { listProductsById } from "../../db/queries/products.ts";
import { addDays } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { CapacityCalendar } from "../../shared/legumerie/capacity.ts";
import { capacityOn, mondayOf } from "../../shared/legumerie/capacity.ts";
import { massBalance } from "../../shared/legumerie/mass-balance.ts";
import { comingStock } from "../../shared/legumerie/plan-coming.ts";
import type { RequestedOrder } from "../../shared/legumerie/plan-orders.ts";
import { planOrders } from "../../shared/legumerie/plan-orders.ts";
import { recipesOf } from "../../shared/legumerie/plan-recipes.ts";
import type { PlanAround, PlanDay, PlanLot, PlanStock } from "../../shared/legumerie/plan-week.ts";
import { lotStock, outputStock } from "../../shared/legumerie/stock.ts";
import { provenStage } from "../../shared/legumerie/traits.ts";
import type { Batch } from "../../shared/legumerie.ts";
import { readCapacities } from "./legumerie-capacity.ts";
import { organicProofsOf } from "./legumerie-outputs.ts";
import type { StartedBatch } from "./legumerie-plan.ts";
import { readDeliverableOutputs } from "./legumerie-read.ts";

/** Yields are measured over this long. */
const MEASURED_DAYS = 400;
/** Lots in stock at once: more than any workshop holds. */
const MOST_LOTS = 2_000;

/** What the ids of a plan stand for. */
export interface PlanNames {
  products: { id: Id; name: string; nameEn: string }[];
  lots: { id: Id; receivedOn: IsoDate; producerName: string }[];
  /** Output lots; an open batch has none yet. */
  outputs: { id: Id; packedOn: IsoDate; useBy: IsoDate }[];
}

interface Asked {
  legumerieId: Id;
  today: IsoDate;
  /** Last day planned. */
  until: IsoDate;
  /** Batches are told since then, or since this week's Monday. */
  monday: IsoDate;
  requests: readonly ListedRequest[];
}

/** Everything a plan is made of, with the batches started lately and the names of all that may be in it. */
export async function readPlanAround(
  db: Kysely<Database>,
  asked: Asked,
): Promise<
  PlanNames & {
    around: PlanAround;
    orders: RequestedOrder[];
    started: StartedBatch[];
    calendar: CapacityCalendar;
  }
> {
  const { legumerieId, today, until, requests } = asked;
  const calendar = await readCapacities(db, legumerieId);
  const thisMonday = mondayOf(today);
  const deliveredThisWeek = await sumDeliveredByRequest(db, {
    ...{ legumerieId, from: thisMonday, to: addDays(thisMonday, 6) },
  });
  const orders = planOrders(requests, { today, until, calendar, deliveredThisWeek });
  const worked = await listWorkedBatches(db, { legumerieId, since: addDays(today, -MEASURED_DAYS) });
  const lots = (await listLots(db, { legumerieId, inStock: true, offset: 0, limit: MOST_LOTS })).rows;
  const outputs = await readDeliverableOutputs(db, { legumerieId, today });
  const since = asked.monday < thisMonday ? asked.monday : thisMonday;
  const batches = await listBatchesSince(db, { legumerieId, since });
  const inputs = await listLotsOfBatches(db, { legumerieId, batchIds: batches.map(({ id }) => id) });
  const proofs = await organicProofsOf(
    db,
    [...lots, ...inputs].map(({ producerId }) => producerId),
  );
  const isOrganic = (lot: Pick<ListedLot, "producerId" | "organicStage" | "receivedOn">) =>
    provenStage({ ...lot, proofs: proofs.get(lot.producerId) ?? [] }) !== null;
  const named = await listProductsById(db, [
    ...orders.map(({ productId }) => productId),
    ...worked.flatMap(({ productId, rawProductId }) => [productId, rawProductId]),
    ...[...lots, ...inputs].map(({ productId }) => productId),
    ...batches.flatMap((batch) => batch.outputs.map(({ productId }) => productId)),
  ]);
  const bases = await listProductsById(
    db,
    named.flatMap(({ baseProductId }) => baseProductId ?? []),
  );
  const products = new Map([...bases, ...named].map((product) => [product.id, product]));
  const coming = comingStock(
    batches.map((batch) => ({ ...batch, lots: inputs.filter(({ batchId }) => batchId === batch.id) })),
    { worked, isOrganic },
  );
  const started = batches.map((batch) =>
    startedBatch(
      batch,
      inputs.filter(({ batchId }) => batchId === batch.id),
    ),
  );
  return {
    calendar,
    orders,
    started,
    around: {
      days: planDays({ today, until }, { calendar, started }),
      orders,
      stock: [
        ...outputs.map((output): PlanStock => {
          const { id, productId, cut, useBy, traits } = output;
          const grams = outputStock(output, today).availableGrams;
          return { id, productId, cut, grams, useBy, organic: traits.organicStage !== null };
        }),
        ...coming,
      ],
      lots: lots.map((lot): PlanLot => {
        const { id, productId, receivedOn } = lot;
        return { id, productId, grams: lotStock(lot), receivedOn, organic: isOrganic(lot) };
      }),
      recipes: recipesOf(orders, { worked, products }),
    },
    products: [...products.values()].map(({ id, name, nameEn }) => ({ id, name, nameEn })),
    lots: lots.map(({ id, receivedOn, producerName }) => ({ id, receivedOn, producerName })),
    outputs: outputs.map(({ id, packedOn, useBy }) => ({ id, packedOn, useBy })),
  };
}

function planDays(
  { today, until }: { today: IsoDate; until: IsoDate },
  { calendar, started }: { calendar: CapacityCalendar; started: readonly StartedBatch[] },
): PlanDay[] {
  const days: PlanDay[] = [];
  for (let day = today; day <= until; day = addDays(day, 1)) {
    const workedGrams = started.reduce((sum, batch) => (batch.day === day ? sum + batch.inputGrams : sum), 0);
    days.push({ day, capacityGrams: capacityOn(calendar, day), workedGrams });
  }
  return days;
}

function startedBatch(batch: Batch, lots: readonly { productId: Id }[]): StartedBatch {
  const { id, startedOn: day, endedOn, cut, outputs } = batch;
  const balance = massBalance(batch);
  const productIds = (outputs.length > 0 ? outputs : lots).map(({ productId }) => productId);
  return {
    ...{ id, day, cut, productIds: [...new Set(productIds)], ended: endedOn !== null },
    inputGrams: balance.inputs,
    outputGrams: balance.outputs,
  };
}
