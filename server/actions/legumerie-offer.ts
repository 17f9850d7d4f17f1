import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { ListedNotice } from "../../db/queries/legumerie-notices.ts";
import { listNotices } from "../../db/queries/legumerie-notices.ts";
import { listMadeProducts, listPaidPrices } from "../../db/queries/legumerie-offer.ts";
import type { NamedLegumerie } from "../../db/queries/legumerie-places.ts";
import { listLegumeries, listServableCanteens } from "../../db/queries/legumerie-places.ts";
import type { ListedRequest } from "../../db/queries/legumerie-requests.ts";
import { listOpenRequests, listRequestsOfCanteen } from "../../db/queries/legumerie-requests.ts";
import { listProductsById } from "../../db/queries/products.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { addDays } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Availability } from "../../shared/legumerie/availability.ts";
import { availability, availabilityKey } from "../../shared/legumerie/availability.ts";
import { waitingGrams } from "../../shared/legumerie/requests.ts";
import type { VisibleCanteens } from "./legumerie-read.ts";
import { readDeliverableOutputs } from "./legumerie-read.ts";

/** What a workshop has not made for this long is no longer offered. */
const OFFERED_DAYS = 400;
/** Requests and notices a canteen sees at once. */
const SHOWN = 50;

/** A product and cut that a canteen may ask for. */
export interface OfferedProduct extends Availability {
  productName: string;
  productNameEn: string;
  /** Ten-thousandths of a euro a kilo, HT, the last the canteen paid; null: it has not bought it yet. */
  unitPriceHtE4: number | null;
}

export interface LegumerieOffer extends Pick<NamedLegumerie, "id" | "name" | "communeName"> {
  products: OfferedProduct[];
}

/** All that a canteen sees of the workshops that serve it. */
export interface CanteenLegumeries {
  offers: LegumerieOffer[];
  requests: ListedRequest[];
  notices: ListedNotice[];
}

/** Workshops that serve the canteen, what they have, what it asked of them and what they tell it. */
export async function readCanteenLegumeries(
  reader: Kysely<Database>,
  { canteenId, today }: { canteenId: Id; today: IsoDate },
): Promise<CanteenLegumeries> {
  return readSnapshot(reader, async (db) => {
    const offers: LegumerieOffer[] = [];
    for (const legumerie of await listLegumeries(db)) {
      const { id: legumerieId, name, communeName, departement } = legumerie;
      const served = await listServableCanteens(db, { legumerieId, departement });
      if (!served.some(({ id }) => id === canteenId)) continue;
      const products = await readAvailability(db, { legumerieId, today });
      const prices = new Map(
        (await listPaidPrices(db, { canteenId, legumerieId })).map((paid) => [
          availabilityKey(paid),
          paid.unitPriceHtE4,
        ]),
      );
      offers.push({
        id: legumerieId,
        name,
        communeName,
        products: products.map((row) => ({
          ...row,
          unitPriceHtE4: prices.get(availabilityKey(row)) ?? null,
        })),
      });
    }
    return {
      offers,
      requests: await listRequestsOfCanteen(db, { canteenId, limit: SHOWN }),
      notices: await listNotices(db, { canteenId, limit: SHOWN }),
    };
  });
}

/** What the workshop has and what is asked of it, by product name and cut. */
export async function readAvailability(
  db: Kysely<Database>,
  { legumerieId, today }: { legumerieId: Id; today: IsoDate },
): Promise<(Availability & { productName: string; productNameEn: string })[]> {
  const made = await listMadeProducts(db, { legumerieId, since: addDays(today, -OFFERED_DAYS) });
  const stock = await readDeliverableOutputs(db, { legumerieId, today });
  const open = await listOpenRequests(db, legumerieId);
  const waiting = open
    .filter(({ weekly, status }) => !weekly && status === "WAITING")
    .map((request) => ({ ...request, waitingGrams: waitingGrams(request) }));
  const rows = availability({ made, stock, waiting }, today);
  const products = await listProductsById(
    db,
    rows.map(({ productId }) => productId),
  );
  const named = new Map(products.map((product) => [product.id, product]));
  return rows.map((row) => ({
    ...row,
    productName: named.get(row.productId)?.name ?? "",
    productNameEn: named.get(row.productId)?.nameEn ?? "",
  }));
}

/** A request as the reader may see it. */
export type SeenRequest = Omit<ListedRequest, "canteenName" | "note"> & {
  canteenName: string | null;
  note: string | null;
  /** The last the canteen paid for it: ten-thousandths of a euro a kilo, HT; null: not known, or not told. */
  unitPriceHtE4: number | null;
};

/** What waits at the workshop, and its standing demands, with what there is to serve them. */
export async function readOpenRequests(
  db: Kysely<Database>,
  { legumerieId, today, visible }: { legumerieId: Id; today: IsoDate; visible: VisibleCanteens },
): Promise<{ requests: SeenRequest[]; availability: Availability[] }> {
  const open = await listOpenRequests(db, legumerieId);
  const paid = await listPaidPrices(db, { canteenId: null, legumerieId });
  const prices = new Map(paid.map((one) => [`${one.canteenId} ${availabilityKey(one)}`, one.unitPriceHtE4]));
  const requests = open.map((request) => {
    const unitPriceHtE4 = prices.get(`${request.canteenId} ${availabilityKey(request)}`) ?? null;
    const told = visible === null || visible.has(request.canteenId);
    if (told) return { ...request, unitPriceHtE4 };
    return { ...request, canteenId: "", canteenName: null, note: null, answer: null, unitPriceHtE4: null };
  });
  return { requests, availability: await readAvailability(db, { legumerieId, today }) };
}
