import type { Kysely } from "kysely";
import type { Position } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Point } from "../../shared/geo/distance.ts";
import type { Id } from "../../shared/ids.ts";
import type { SupplierPlace } from "../../shared/map.ts";
import type { MonthRange } from "../../shared/periods.ts";
import type { SupplierKind } from "../../shared/supplier-kinds.ts";
import type { PositionSource } from "../../shared/territories.ts";
import { territoryCode } from "../../shared/territories.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import { fromJsonText } from "../json.ts";
import { ownPositionOf, positionOf } from "../place.ts";

/** Where a canteen stands; never a person's name. */
export interface PlacedCanteen {
  id: Id;
  organisationId: Id;
  name: string;
  active: boolean;
  communeName: string;
  epciName: string | null;
  departement: string;
  position: Position | null;
}

/** The canteens with their positions, by name; unknown ids are left out. */
export async function listPlacedCanteens(db: Kysely<Database>, ids: readonly Id[]): Promise<PlacedCanteen[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("canteens")
    .innerJoin("communes", "communes.code", "canteens.commune")
    .leftJoin("territories", (join) =>
      join.on((eb) =>
        eb("territories.code", "=", eb(eb.val(territoryCode("EPCI", "")), "||", eb.ref("canteens.epci"))),
      ),
    )
    .selectAll("communes")
    .select(["canteens.id", "canteens.organisation_id", "canteens.name as canteen_name", "canteens.active"])
    .select([
      "canteens.lat_e6 as own_lat_e6",
      "canteens.lng_e6 as own_lng_e6",
      "territories.name as epci_name",
    ])
    .where("canteens.id", "in", [...ids])
    .orderBy("canteens.search")
    .orderBy("canteens.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    name: row.canteen_name,
    active: row.active === 1,
    communeName: row.name,
    epciName: row.epci_name,
    departement: row.departement,
    position: ownPositionOf({ lat_e6: row.own_lat_e6, lng_e6: row.own_lng_e6 }) ?? positionOf(row),
  }));
}

export interface PlacedSupplier {
  id: Id;
  name: string;
  kind: SupplierKind;
  /** INSEE code of `place`; null: none is on file. */
  commune: string | null;
  communeName: string | null;
  place: SupplierPlace | null;
  position: Position | null;
  /** INSEE code where it produces. */
  productionCommune: string | null;
  /** Given for the place of production itself. */
  ownPosition: Position | null;
}

/** The suppliers at their place of production, else at their head office, by id; unknown ids are left out. */
export async function listPlacedSuppliers(
  db: Kysely<Database>,
  ids: readonly Id[],
): Promise<PlacedSupplier[]> {
  const found: PlacedSupplier[] = [];
  for (const chunk of chunksOf([...new Set(ids)].toSorted(), CHUNK)) {
    const rows = await db
      .selectFrom("suppliers")
      .leftJoin("communes", (join) =>
        join.on((eb) =>
          eb("communes.code", "=", eb.fn.coalesce("suppliers.production_commune", "suppliers.commune")),
        ),
      )
      .select(["suppliers.id", "suppliers.name", "suppliers.kind", "suppliers.production_commune"])
      .select(["suppliers.lat_e6", "suppliers.lng_e6", "communes.code", "communes.name as commune_name"])
      .select(["communes.lat_e6 as commune_lat", "communes.lng_e6 as commune_lng", "communes.uncertainty_m"])
      .where("suppliers.id", "in", [...chunk])
      .orderBy("suppliers.id")
      .execute();
    for (const row of rows) {
      const ownPosition = ownPositionOf(row);
      const commune = { lat_e6: row.commune_lat, lng_e6: row.commune_lng, uncertainty_m: row.uncertainty_m };
      const place = row.code === null ? null : row.production_commune === null ? "headOffice" : "production";
      found.push({
        id: row.id,
        name: row.name,
        kind: row.kind as SupplierKind,
        commune: row.code,
        communeName: row.commune_name,
        place,
        position: ownPosition ?? positionOf(commune),
        productionCommune: row.production_commune,
        ownPosition,
      });
    }
  }
  return found;
}

/** What a canteen bought, by who made it and where it was made. */
export interface OriginSum {
  canteenId: Id;
  supplierId: Id;
  producerId: Id | null;
  /** INSEE codes of production. */
  communes: string[];
  /** HT, cents, signed. */
  amountCents: number;
}

/** Counted food lines of the canteens in these months by origin, in no promised order. */
export async function sumLinesByOrigin(
  db: Kysely<Database>,
  asked: MonthRange & { canteenIds: readonly Id[]; family: Family | null },
): Promise<OriginSum[]> {
  if (asked.canteenIds.length === 0) return [];
  let query = db
    .selectFrom("order_lines")
    .select(["canteen_id", "supplier_id", "producer_id", "origin_communes"])
    .select((eb) => eb.fn.sum<number>("amount_ht_cents").as("amount_cents"))
    .where("canteen_id", "in", [...asked.canteenIds])
    .where("counted", "=", 1)
    // By days, which an index has; every day of a month is before its 32nd.
    .where("counted_on", ">=", `${asked.fromMonth}-01`)
    .where("counted_on", "<", `${asked.toMonth}-32`);
  if (asked.family !== null) query = query.where("family", "=", asked.family);
  const rows = await query.groupBy(["canteen_id", "supplier_id", "producer_id", "origin_communes"]).execute();
  return rows.map((row) => ({
    canteenId: row.canteen_id,
    supplierId: row.supplier_id,
    producerId: row.producer_id,
    communes: fromJsonText<string[]>(row.origin_communes),
    amountCents: row.amount_cents,
  }));
}

/** A commune as far as outlines need it. */
export interface PositionedCommune {
  departement: string;
  epci: string | null;
  epciName: string | null;
  position: Point;
  source: PositionSource;
}

/** Communes with a position, of the département and of the box around it (`marginE6` of latitude), by code. */
export async function listCommunesAround(
  db: Kysely<Database>,
  { departement, marginE6 }: { departement: string; marginE6: number },
): Promise<PositionedCommune[]> {
  const box = await db
    .selectFrom("communes")
    .select(({ fn }) => [
      fn.min<number | null>("lat_e6").as("south"),
      fn.max<number | null>("lat_e6").as("north"),
      fn.min<number | null>("lng_e6").as("west"),
      fn.max<number | null>("lng_e6").as("east"),
    ])
    .where("departement", "=", departement)
    .executeTakeFirstOrThrow();
  if (box.south === null || box.north === null || box.west === null || box.east === null) return [];
  const marginLng = marginE6 * 2;
  const rows = await db
    .selectFrom("communes")
    .leftJoin("territories", (join) =>
      join.on((eb) =>
        eb("territories.code", "=", eb(eb.val(territoryCode("EPCI", "")), "||", eb.ref("communes.epci"))),
      ),
    )
    .select(["communes.departement", "communes.epci", "territories.name as epci_name"])
    .select(["communes.lat_e6", "communes.lng_e6", "communes.position_source"])
    .where("communes.lat_e6", ">=", box.south - marginE6)
    .where("communes.lat_e6", "<=", box.north + marginE6)
    .where("communes.lng_e6", ">=", box.west - marginLng)
    .where("communes.lng_e6", "<=", box.east + marginLng)
    .orderBy("communes.code")
    .execute();
  return rows.flatMap((row): PositionedCommune[] => {
    const { lat_e6: latE6, lng_e6: lngE6, position_source: source } = row;
    if (latE6 === null || lngE6 === null || source === null) return [];
    const { departement: of, epci, epci_name: epciName } = row;
    return [
      { departement: of, epci, epciName, position: { latE6, lngE6 }, source: source as PositionSource },
    ];
  });
}
