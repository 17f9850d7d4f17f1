import type { Kysely } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Point } from "../../shared/geo/distance.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";
import { ownPositionOf, positionOf } from "../place.ts";

/** What one canteen orders from one supplier. */
export interface OpenOrderSum {
  canteenId: Id;
  supplierId: Id;
  /** HT, cents. */
  amountHtCents: number;
}

/** Orders of these canteens that are drafts or sent, made or expected between two days, by supplier and canteen. */
export async function listOpenOrderSums(
  db: Kysely<Database>,
  { canteenIds, from, to }: { canteenIds: readonly Id[]; from: IsoDate; to: IsoDate },
): Promise<OpenOrderSum[]> {
  if (canteenIds.length === 0) return [];
  return await db
    .selectFrom("orders")
    .innerJoin("order_lines", (join) =>
      join
        .onRef("order_lines.canteen_id", "=", "orders.canteen_id")
        .onRef("order_lines.order_id", "=", "orders.id"),
    )
    .where("orders.canteen_id", "in", [...canteenIds])
    .where("orders.kind", "=", "ORDER")
    .where("orders.status", "in", ["DRAFT", "ORDERED"])
    .where("orders.deleted_at", "is", null)
    .where((eb) =>
      eb.or([
        eb.and([eb("orders.ordered_on", ">=", from), eb("orders.ordered_on", "<=", to)]),
        eb.and([eb("orders.expected_on", ">=", from), eb("orders.expected_on", "<=", to)]),
      ]),
    )
    .select((eb) => [
      "orders.canteen_id as canteenId",
      "orders.supplier_id as supplierId",
      eb.fn.sum<number>("order_lines.amount_ht_cents").as("amountHtCents"),
    ])
    .groupBy(["orders.canteen_id", "orders.supplier_id"])
    .orderBy("orders.supplier_id")
    .orderBy("orders.canteen_id")
    .execute();
}

/** A canteen in use with where it stands; null: not known. */
export interface CanteenPoint {
  id: Id;
  name: string;
  point: Point | null;
}

/** The canteens in use of an organisation, by name. */
export async function listCanteenPoints(db: Kysely<Database>, organisationId: Id): Promise<CanteenPoint[]> {
  const rows = await db
    .selectFrom("canteens")
    .innerJoin("communes", "communes.code", "canteens.commune")
    .where("canteens.organisation_id", "=", organisationId)
    .where("canteens.active", "=", 1)
    .select(["canteens.id", "canteens.name", "canteens.lat_e6", "canteens.lng_e6"])
    .select(["communes.lat_e6 as communeLat", "communes.lng_e6 as communeLng", "communes.uncertainty_m"])
    .orderBy("canteens.search")
    .orderBy("canteens.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    point:
      ownPositionOf(row) ??
      positionOf({ lat_e6: row.communeLat, lng_e6: row.communeLng, uncertainty_m: row.uncertainty_m }),
  }));
}

/** Where these suppliers set off from: their own position, else the commune of production, else the head office. */
export async function listSupplierPoints(
  db: Kysely<Database>,
  supplierIds: readonly Id[],
): Promise<Map<Id, { name: string; point: Point | null }>> {
  if (supplierIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("suppliers")
    .leftJoin("communes as farm", "farm.code", "suppliers.production_commune")
    .leftJoin("communes as office", "office.code", "suppliers.commune")
    .where("suppliers.id", "in", [...supplierIds])
    .select(["suppliers.id", "suppliers.name", "suppliers.lat_e6", "suppliers.lng_e6"])
    .select(["farm.lat_e6 as farmLat", "farm.lng_e6 as farmLng"])
    .select(["office.lat_e6 as officeLat", "office.lng_e6 as officeLng"])
    .execute();
  const pointOf = (latE6: number | null, lngE6: number | null): Point | null =>
    latE6 === null || lngE6 === null ? null : { latE6, lngE6 };
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: row.name,
        point:
          pointOf(row.lat_e6, row.lng_e6) ??
          pointOf(row.farmLat, row.farmLng) ??
          pointOf(row.officeLat, row.officeLng),
      },
    ]),
  );
}
