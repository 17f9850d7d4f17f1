import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Position } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Point } from "../../shared/geo/distance.ts";
import type { Id } from "../../shared/ids.ts";
import type { MonthRange } from "../../shared/periods.ts";
import type { PositionSource } from "../../shared/territories.ts";
import { territoryCode } from "../../shared/territories.ts";
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

/** What a canteen bought, by who made it and where it was made. */
export interface OriginSum {
  canteenId: Id;
  /** INSEE codes of production. */
  communes: string[];
  /** Of the only commune of production; null: none, several, or one that is not known. */
  place: { commune: string; communeName: string; position: Position | null } | null;
  /** The producer of the lines, else their supplier. */
  maker: {
    name: string;
    /** INSEE code where it produces; null: it is not known to produce. */
    productionCommune: string | null;
    /** Given for the place of production itself. */
    ownPosition: Position | null;
    /** The lines themselves name it as their producer. */
    named: boolean;
  };
  /** HT, cents, signed. */
  amountCents: number;
}

/** Characters of `["62041"]`: one INSEE code, which begins at the third. */
const ONE_COMMUNE = 9;

/** Counted food lines of the canteens in these months by origin, in one statement and in no promised order. */
export async function sumLinesByOrigin(
  db: Kysely<Database>,
  asked: MonthRange & { canteenIds: readonly Id[]; family: Family | null },
): Promise<OriginSum[]> {
  if (asked.canteenIds.length === 0) return [];
  let sums = db
    .selectFrom("order_lines")
    .select(["canteen_id", "supplier_id", "producer_id", "origin_communes"])
    .select((eb) => eb.fn.sum<number>("amount_ht_cents").as("amount_cents"))
    .where("canteen_id", "in", [...asked.canteenIds])
    .where("counted", "=", 1)
    // By days, which an index has; every day of a month is before its 32nd.
    .where("counted_on", ">=", `${asked.fromMonth}-01`)
    .where("counted_on", "<", `${asked.toMonth}-32`);
  if (asked.family !== null) sums = sums.where("family", "=", asked.family);
  const rows = await db
    .selectFrom(sums.groupBy(["canteen_id", "supplier_id", "producer_id", "origin_communes"]).as("sums"))
    .innerJoin("suppliers as makers", (join) =>
      join.on((eb) => eb("makers.id", "=", eb.fn.coalesce("sums.producer_id", "sums.supplier_id"))),
    )
    .leftJoin("communes", (join) =>
      join.on(
        sql<boolean>`communes.code = case when length(sums.origin_communes) = ${sql.lit(ONE_COMMUNE)}
          then substr(sums.origin_communes, 3, 5) end`,
      ),
    )
    .select(["sums.canteen_id", "sums.producer_id", "sums.origin_communes", "sums.amount_cents"])
    .select(["makers.name as maker_name", "makers.production_commune"])
    .select(["makers.lat_e6 as maker_lat", "makers.lng_e6 as maker_lng"])
    .select(["communes.code", "communes.name as commune_name"])
    .select(["communes.lat_e6", "communes.lng_e6", "communes.uncertainty_m"])
    .execute();
  return rows.map((row) => ({
    canteenId: row.canteen_id,
    communes: fromJsonText<string[]>(row.origin_communes),
    place:
      row.code === null
        ? null
        : { commune: row.code, communeName: row.commune_name ?? "", position: positionOf(row) },
    maker: {
      name: row.maker_name,
      productionCommune: row.production_commune,
      ownPosition: ownPositionOf({ lat_e6: row.maker_lat, lng_e6: row.maker_lng }),
      named: row.producer_id !== null,
    },
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
  const marginLng = marginE6 * 2;
  const box = db
    .selectFrom("communes")
    .select(({ fn }) => [
      fn.min<number | null>("lat_e6").as("south"),
      fn.max<number | null>("lat_e6").as("north"),
      fn.min<number | null>("lng_e6").as("west"),
      fn.max<number | null>("lng_e6").as("east"),
    ])
    .where("departement", "=", departement)
    .as("box");
  const rows = await db
    .selectFrom(box)
    .innerJoin("communes", (join) =>
      join
        .on((eb) => eb("communes.lat_e6", ">=", eb("box.south", "-", marginE6)))
        .on((eb) => eb("communes.lat_e6", "<=", eb("box.north", "+", marginE6)))
        .on((eb) => eb("communes.lng_e6", ">=", eb("box.west", "-", marginLng)))
        .on((eb) => eb("communes.lng_e6", "<=", eb("box.east", "+", marginLng))),
    )
    .leftJoin("territories", (join) =>
      join.on((eb) =>
        eb("territories.code", "=", eb(eb.val(territoryCode("EPCI", "")), "||", eb.ref("communes.epci"))),
      ),
    )
    .select(["communes.departement", "communes.epci", "territories.name as epci_name"])
    .select(["communes.lat_e6", "communes.lng_e6", "communes.position_source"])
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
