import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { CanteenPoint, OpenOrderSum } from "../../db/queries/grouped-orders.ts";
import { listCanteenPoints, listOpenOrderSums, listSupplierPoints } from "../../db/queries/grouped-orders.ts";
import { listOrderingTerms } from "../../db/queries/ordering-terms.ts";
import { findOrganisation } from "../../db/queries/organisations.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { addDays, dayOfWeek } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Point } from "../../shared/geo/distance.ts";
import { distanceM } from "../../shared/geo/distance.ts";
import type {
  GroupedOrders,
  GroupedSupplier,
  NamedNeighbour,
  NeighbourOrder,
} from "../../shared/grouped-orders.ts";
import { nearestRound } from "../../shared/grouped-orders.ts";
import { groupBy } from "../../shared/grouping.ts";
import type { Id } from "../../shared/ids.ts";
import { organisationOf } from "./price-lists.ts";

interface GroupedRequest {
  canteenId: Id;
  radiusKm: number;
  /** Canteens whose orders the caller may read. */
  visibleIds: readonly Id[];
  today: IsoDate;
}

const METRES_IN_KM = 1000;

/**
 * What the canteens of the organisation around one order from the same suppliers this week. Of a canteen that the caller
 * may not read nothing is told but that there is one, and its name if the organisation chose so; never its amounts.
 * NOT_FOUND: no such canteen.
 */
export async function readGroupedOrders(
  reader: Kysely<Database>,
  { canteenId, radiusKm, visibleIds, today }: GroupedRequest,
): Promise<GroupedOrders> {
  return await readSnapshot(reader, async (trx) => {
    const organisationId = await organisationOf(trx, canteenId);
    const sharesNames = (await findOrganisation(trx, organisationId))?.shares_order_names === 1;
    const from = addDays(today, 1 - dayOfWeek(today));
    const to = addDays(from, 6);
    const around = neighboursOf(await listCanteenPoints(trx, organisationId), { canteenId, radiusKm });
    const sums = await listOpenOrderSums(trx, { canteenIds: [...around.keys()], from, to });
    const bySupplier = groupBy(sums, ({ supplierId }) => supplierId);
    const supplierIds = [...bySupplier.keys()];
    const terms = await listOrderingTerms(trx, { organisationId, supplierIds });
    const places = await listSupplierPoints(trx, supplierIds);
    const visible = new Set(visibleIds);
    const suppliers = [...bySupplier].map(([supplierId, orders]) =>
      groupOf(orders, {
        supplierId,
        supplierName: places.get(supplierId)?.name ?? "",
        start: places.get(supplierId)?.point ?? null,
        minimumHtCents: terms.get(supplierId)?.minimumHtCents ?? null,
        around,
        visible,
        sharesNames,
      }),
    );
    return { from, to, sharesNames, suppliers: suppliers.sort(byInterest) };
  });
}

type Neighbour = CanteenPoint & { distanceM: number | null };

/** The canteen itself, and those no farther than the radius; a place that is not known is no neighbour. */
function neighboursOf(
  canteens: readonly CanteenPoint[],
  { canteenId, radiusKm }: Pick<GroupedRequest, "canteenId" | "radiusKm">,
): Map<Id, Neighbour> {
  const home = canteens.find(({ id }) => id === canteenId);
  const found = new Map<Id, Neighbour>();
  for (const canteen of canteens) {
    if (canteen.id === canteenId) found.set(canteen.id, { ...canteen, distanceM: 0 });
    else if (home?.point && canteen.point) {
      const metres = distanceM(home.point, canteen.point);
      if (metres <= radiusKm * METRES_IN_KM) found.set(canteen.id, { ...canteen, distanceM: metres });
    }
  }
  return found;
}

function groupOf(
  sums: readonly OpenOrderSum[],
  given: Pick<GroupedSupplier, "supplierId" | "supplierName" | "minimumHtCents"> & {
    start: Point | null;
    around: ReadonlyMap<Id, Neighbour>;
    visible: ReadonlySet<Id>;
    sharesNames: boolean;
  },
): GroupedSupplier {
  const { supplierId, supplierName, minimumHtCents, start, around, visible, sharesNames } = given;
  const orders: NeighbourOrder[] = [];
  const named: NamedNeighbour[] = [];
  const stops: { id: Id; point: Point }[] = [];
  for (const { canteenId, amountHtCents } of sums) {
    const neighbour = around.get(canteenId);
    if (neighbour === undefined) continue;
    const who = { canteenId, canteenName: neighbour.name, distanceM: neighbour.distanceM };
    if (visible.has(canteenId)) orders.push({ ...who, amountHtCents });
    else if (sharesNames) named.push(who);
    else continue;
    if (neighbour.point !== null) stops.push({ id: canteenId, point: neighbour.point });
  }
  return {
    supplierId,
    supplierName,
    orders: orders.sort(byDistance),
    others: sums.length - orders.length,
    named: named.sort(byDistance),
    minimumHtCents,
    round:
      start === null || stops.length < 2 || stops.length < orders.length + named.length
        ? null
        : nearestRound(start, stops),
  };
}

function byDistance(a: NamedNeighbour, b: NamedNeighbour): number {
  return (a.distanceM ?? 0) - (b.distanceM ?? 0);
}

/** Most canteens first: there is most to group. */
function byInterest(a: GroupedSupplier, b: GroupedSupplier): number {
  const [one, other] = [a, b].map(({ orders, others }) => orders.length + others);
  return (other ?? 0) - (one ?? 0) || a.supplierName.localeCompare(b.supplierName, "fr");
}
