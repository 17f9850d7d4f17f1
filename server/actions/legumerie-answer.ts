import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { insertNotices } from "../../db/queries/legumerie-notices.ts";
import { findLegumerie } from "../../db/queries/legumerie-places.ts";
import { findRequest, sumDeliveredFor, updateRequestStatus } from "../../db/queries/legumerie-requests.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { SoldOutput } from "../../shared/legumerie/delivered-order.ts";
import type { LegumerieNotice } from "../../shared/legumerie/notices.ts";
import type { KeptRequest } from "../../shared/legumerie/requests.ts";
import { statusAfterDelivery } from "../../shared/legumerie/requests.ts";
import type { Delivery } from "../../shared/legumerie.ts";
import { departementOfCommune } from "../../shared/territories.ts";
import type { ActionContext } from "../action-context.ts";

/** The requests a delivery names that it may answer: the canteen's own, to this workshop, not served nor cancelled. */
export async function readRequests(
  trx: Transaction<Database>,
  { legumerieId, delivery }: { legumerieId: Id; delivery: Delivery },
): Promise<KeptRequest[]> {
  const { canteenId } = delivery;
  const found: KeptRequest[] = [];
  for (const id of new Set(delivery.outputs.flatMap(({ requestId }) => requestId ?? []))) {
    const request = await findRequest(trx, { canteenId, id });
    if (request === undefined || request.legumerieId !== legumerieId) continue;
    const open = request.status === "WAITING" || (request.weekly && request.status === "SERVED");
    if (open) found.push(request);
  }
  return found;
}

/** Output lots of which something was not grown in the workshop's own département, or may not have been. */
export async function grownElsewhere(
  trx: Transaction<Database>,
  { legumerieId, sold }: { legumerieId: Id; sold: ReadonlyMap<Id, SoldOutput> },
): Promise<Set<Id>> {
  const home = (await findLegumerie(trx, legumerieId))?.departement ?? null;
  const elsewhere = new Set<Id>();
  for (const [id, { traits }] of sold) {
    const { originCommunes } = traits;
    const isHome = originCommunes.every((commune) => departementOfCommune(commune) === home);
    if (originCommunes.length === 0 || !isHome) elsewhere.add(id);
  }
  return elsewhere;
}

interface Answering {
  legumerieId: Id;
  delivery: Delivery;
  requests: readonly KeptRequest[];
  sold: ReadonlyMap<Id, SoldOutput>;
  outOfArea: ReadonlySet<Id>;
}

/** Requests that the delivery serves are served; what was replaced or refused is told to the canteen. */
export async function answerByDelivery(
  trx: Transaction<Database>,
  ctx: ActionContext,
  answering: Answering,
): Promise<void> {
  for (const request of answering.requests) {
    const { canteenId, id, answer } = request;
    const delivered = await sumDeliveredFor(trx, { canteenId, requestId: id });
    const status = statusAfterDelivery(request, delivered);
    if (status === request.status) continue;
    await updateRequestStatus(trx, { canteenId, id }, { status, answer, answeredOn: ctx.today });
  }
  const notices = noticesOf(answering);
  await insertNotices(
    trx,
    notices.map((notice) => ({ ...notice, createdAt: ctx.now })),
  );
}

function noticesOf({ legumerieId, delivery, sold, outOfArea }: Answering): LegumerieNotice[] {
  const { canteenId, deliveredOn, id: orderId } = delivery;
  return delivery.outputs.flatMap(({ outputId, grams, refusedGrams, refusal, replaces }) => {
    const output = sold.get(outputId);
    if (output === undefined) return [];
    const { productId, cut } = output;
    const about = { canteenId, legumerieId, day: deliveredOn, productId, cut, orderId, readOn: null };
    const notices: LegumerieNotice[] = [];
    if (replaces !== null)
      notices.push({
        ...about,
        id: newId(),
        kind: "SUBSTITUTION",
        grams,
        reason: replaces.reason,
        words: replaces.what,
        outOfArea: outOfArea.has(outputId),
      });
    if (refusedGrams > 0 && refusal !== null)
      notices.push({
        ...about,
        id: newId(),
        kind: "REFUSAL",
        grams: refusedGrams,
        reason: refusal.reason,
        words: refusal.note,
        outOfArea: false,
      });
    return notices;
  });
}
