import type { Transaction } from "kysely";
import { constraintOf } from "../../db/constraint.ts";
import type { Database } from "../../db/database.ts";
import { toJsonText } from "../../db/json.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { insertDelivery, listDeliveryLines } from "../../db/queries/legumerie-deliveries.ts";
import type { SoldOutputRow } from "../../db/queries/legumerie-outputs.ts";
import { listOffersOfSupplier } from "../../db/queries/offers.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import { checkDelivery } from "../../shared/legumerie/check-delivery.ts";
import type { SoldOutput } from "../../shared/legumerie/delivered-order.ts";
import { acceptedHtCents, deliveredOrder } from "../../shared/legumerie/delivered-order.ts";
import type { KeptRequest } from "../../shared/legumerie/requests.ts";
import type { OutputTraits } from "../../shared/legumerie/traits.ts";
import type { Delivery } from "../../shared/legumerie.ts";
import type { Offer } from "../../shared/offers.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { answerByDelivery, grownElsewhere, readRequests } from "./legumerie-answer.ts";
import { traitsOfBatches } from "./legumerie-outputs.ts";
import { readOutputsOn } from "./legumerie-outputs-on.ts";
import type { LedgerOutcome } from "./legumerie-receive-lot.ts";
import { saveOrder } from "./save-order.ts";

/**
 * Delivers output lots to a canteen: takes them from the workshop's stock and writes the canteen's received order
 * with its verdicts, in one transaction. Sending it again changes nothing; another content under the same id is a
 * CONFLICT. The caller has checked that the workshop may deliver to the canteen.
 */
export async function deliver(
  ctx: ActionContext,
  legumerieId: Id,
  delivery: Delivery,
): Promise<LedgerOutcome> {
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, legumerieId);
    if (await isWritten(trx, delivery)) return { saved: true, id: delivery.id };
    const requests = await readRequests(trx, { legumerieId, delivery });
    const outputIds = delivery.outputs.map(({ outputId }) => outputId);
    const taken = await readOutputsOn(trx, { legumerieId, outputIds, day: delivery.deliveredOn });
    const outputs = await withTraits(trx, legumerieId, taken);
    const issues = checkDelivery(delivery, {
      today: ctx.today,
      outputs,
      organicOutputs: new Set([...outputs].flatMap(([id, { traits }]) => (traits.organicStage ? id : []))),
      requests: new Map(requests.map((request) => [request.id, request])),
    });
    if (issues.length > 0) return { saved: false, issues };
    await writeDelivery(trx, ctx, { legumerieId, delivery, outputs, requests });
    return { saved: true, id: delivery.id };
  });
}

/** True: written already with the same content. Throws CONFLICT for another one. */
async function isWritten(trx: Transaction<Database>, delivery: Delivery): Promise<boolean> {
  const { id: orderId, canteenId, deliveredOn } = delivery;
  const stored = await listDeliveryLines(trx, { canteenId, orderId });
  if (stored.length === 0) return false;
  const sent = delivery.outputs
    .map((line) => ({
      id: line.id,
      outputId: line.outputId,
      grams: line.grams,
      refusedGrams: line.refusedGrams,
      priceHtCents: acceptedHtCents(line),
      deliveredOn,
      requestId: line.requestId,
      refusalReason: line.refusal?.reason ?? null,
      refusalNote: line.refusal?.note ?? null,
      replaced: line.replaces?.what ?? null,
      replacedReason: line.replaces?.reason ?? null,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (toJsonText(stored) !== toJsonText(sent)) throw new AppError("CONFLICT");
  return true;
}

async function writeDelivery(
  trx: Transaction<Database>,
  ctx: ActionContext,
  written: {
    legumerieId: Id;
    delivery: Delivery;
    outputs: ReadonlyMap<Id, OutputWithTraits>;
    requests: readonly KeptRequest[];
  },
): Promise<void> {
  const { legumerieId, delivery, requests } = written;
  const sold = await soldOutputs(trx, written);
  const asked = requests.filter(({ weekly }) => !weekly);
  const order = deliveredOrder(delivery, { legumerieId, sold, asked });
  const outcome = await saveOrder({ ...ctx, db: trx }, delivery.canteenId, order);
  if (!outcome.saved) throw new AppError("INVALID", { field: outcome.issues[0]?.field ?? "outputs" });
  const priceHtCents = new Map(delivery.outputs.map((line) => [line.id, acceptedHtCents(line)]));
  const outOfArea = await grownElsewhere(trx, { legumerieId, sold });
  await insertOnce(() =>
    insertDelivery(trx, { ...delivery, legumerieId, priceHtCents, outOfArea, createdAt: ctx.now }),
  );
  await answerByDelivery(trx, ctx, { legumerieId, delivery, requests, sold, outOfArea });
  await appendAudit(trx, ctx, {
    stream: legumerieId,
    noun: "legumerie-deliveries",
    nounId: delivery.id,
    action: "created",
    before: null,
    after: delivery,
  });
}

type OutputWithTraits = SoldOutputRow & { traits: OutputTraits };

/** Each output lot with what its batch hands on. */
async function withTraits(
  trx: Transaction<Database>,
  legumerieId: Id,
  outputs: ReadonlyMap<Id, SoldOutputRow>,
): Promise<Map<Id, OutputWithTraits>> {
  const batchIds = [...outputs.values()].map(({ batchId }) => batchId);
  const ofBatch = await traitsOfBatches(trx, { legumerieId, batchIds });
  const found = new Map<Id, OutputWithTraits>();
  for (const [id, output] of outputs) {
    const traits = ofBatch.get(output.batchId);
    if (traits === undefined) throw new Error(`batch ${output.batchId} has no input`);
    found.set(id, { ...output, traits });
  }
  return found;
}

/** Each output lot with the workshop's article for it. */
async function soldOutputs(
  trx: Transaction<Database>,
  { legumerieId, outputs }: { legumerieId: Id; outputs: ReadonlyMap<Id, OutputWithTraits> },
): Promise<Map<Id, SoldOutput>> {
  const offers = await listOffersOfSupplier(trx, legumerieId);
  return new Map(
    [...outputs].map(([id, output]) => [id, { ...output, article: articleFor(output, offers) }]),
  );
}

/** The only article in use of that product that says organic, or not, as the goods are. */
function articleFor(
  { productId, traits }: { productId: Id; traits: OutputTraits },
  offers: readonly Offer[],
): SoldOutput["article"] {
  const organic = traits.organicStage !== null;
  const matching = offers.filter(
    (offer) => offer.active && offer.productId === productId && offer.claims.includes("BIO") === organic,
  );
  const [article] = matching;
  return matching.length === 1 && article !== undefined
    ? { id: article.id, name: article.name, packGrams: article.packGrams }
    : null;
}

async function insertOnce(insert: () => Promise<void>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (constraintOf(error) === "unique") throw new AppError("CONFLICT");
    throw error;
  }
}
