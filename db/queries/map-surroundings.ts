import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoMonth, Position } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { DatedLocalDefinition } from "../../shared/local-definitions.ts";
import type { SupplierPlace } from "../../shared/map.ts";
import type { MonthRange } from "../../shared/periods.ts";
import type { SupplierKind } from "../../shared/supplier-kinds.ts";
import { territoryCode } from "../../shared/territories.ts";
import type { Database } from "../database.ts";
import { ownPositionOf, positionOf } from "../place.ts";

/** Where a canteen stands on a map; never a person's name. */
export interface MapSurroundingCanteen {
  id: Id;
  organisationId: Id;
  name: string;
  active: boolean;
  communeName: string;
  epciName: string | null;
  position: Position | null;
}

/** Where a supplier stands: where it produces, else its head office. */
export interface MapSurroundingSupplier {
  id: Id;
  name: string;
  kind: SupplierKind;
  communeName: string | null;
  place: SupplierPlace | null;
  position: Position | null;
}

/** What a map needs beside its cells. */
export interface MapSurroundings {
  /** By name. */
  canteens: MapSurroundingCanteen[];
  /** Whom the canteens bought from in the months asked, by id. */
  suppliers: MapSurroundingSupplier[];
  /** What « local » means for the organisations of the canteens, whatever the day. */
  definitions: Pick<DatedLocalDefinition, "organisationId" | "validFrom" | "radiusM">[];
  /** First and last months with purchases, whatever the months asked; null: never. */
  months: { first: IsoMonth; last: IsoMonth } | null;
}

type Asked = MonthRange & { canteenIds: readonly Id[] };

/** One row of the one statement: what each column means depends on `kind`. */
interface Row {
  kind: "canteen" | "supplier" | "definition";
  id: string;
  /** The organisation; null of a supplier. */
  owner: string | null;
  name: string | null;
  commune_name: string | null;
  /** EPCI of a canteen, kind of a supplier, first day of a definition. */
  word: string | null;
  /** A canteen in use is 1, a supplier placed where it produces is 1; the radius of a definition, metres. */
  figure: number | null;
  own_lat: number | null;
  own_lng: number | null;
  lat: number | null;
  lng: number | null;
  uncertainty_m: number | null;
  first: string | null;
  last: string | null;
  sort: string;
}

/** Names, places and reach in time of a map, in one statement. */
export async function findMapSurroundings(db: Kysely<Database>, asked: Asked): Promise<MapSurroundings> {
  if (asked.canteenIds.length === 0) return { canteens: [], suppliers: [], definitions: [], months: null };
  const rows = (await canteenRows(db, asked)
    .unionAll(supplierRows(db, asked))
    .unionAll(definitionRows(db, asked))
    .execute()) as Row[];
  const sorted = rows.toSorted((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.id < b.id ? -1 : 1));
  const canteens = sorted.filter(({ kind }) => kind === "canteen");
  return {
    canteens: canteens.map(toCanteen),
    suppliers: sorted.filter(({ kind }) => kind === "supplier").map(toSupplier),
    definitions: sorted.filter(({ kind }) => kind === "definition").map(toDefinition),
    months: monthsOf(canteens),
  };
}

const NO_TEXT = sql<string | null>`cast(null as text)`;
const NO_NUMBER = sql<number | null>`cast(null as integer)`;

/** A canteen's first and last months are each one step in the key of the cells. */
function canteenRows(db: Kysely<Database>, { canteenIds }: Asked) {
  return db
    .selectFrom("canteens")
    .innerJoin("communes", "communes.code", "canteens.commune")
    .leftJoin("territories", (join) =>
      join.on((eb) =>
        eb("territories.code", "=", eb(eb.val(territoryCode("EPCI", "")), "||", eb.ref("canteens.epci"))),
      ),
    )
    .where("canteens.id", "in", [...canteenIds])
    .select((eb) => [
      sql<string>`'canteen'`.as("kind"),
      "canteens.id",
      eb.ref("canteens.organisation_id").$castTo<string | null>().as("owner"),
      eb.ref("canteens.name").$castTo<string | null>().as("name"),
      eb.ref("communes.name").$castTo<string | null>().as("commune_name"),
      eb.ref("territories.name").$castTo<string | null>().as("word"),
      eb.ref("canteens.active").$castTo<number | null>().as("figure"),
      "canteens.lat_e6 as own_lat",
      "canteens.lng_e6 as own_lng",
      "communes.lat_e6 as lat",
      "communes.lng_e6 as lng",
      "communes.uncertainty_m",
      eb
        .selectFrom("cells")
        .whereRef("cells.canteen_id", "=", "canteens.id")
        .select(({ fn }) => fn.min<string | null>("cells.month").as("month"))
        .as("first"),
      eb
        .selectFrom("cells")
        .whereRef("cells.canteen_id", "=", "canteens.id")
        .select(({ fn }) => fn.max<string | null>("cells.month").as("month"))
        .as("last"),
      "canteens.search as sort",
    ]);
}

function supplierRows(db: Kysely<Database>, { canteenIds, fromMonth, toMonth }: Asked) {
  const bought = db
    .selectFrom("cells")
    .select("supplier_id")
    .where("canteen_id", "in", [...canteenIds])
    .where("month", ">=", fromMonth)
    .where("month", "<=", toMonth);
  return db
    .selectFrom("suppliers")
    .leftJoin("communes", (join) =>
      join.on((eb) =>
        eb("communes.code", "=", eb.fn.coalesce("suppliers.production_commune", "suppliers.commune")),
      ),
    )
    .where("suppliers.id", "in", bought)
    .select((eb) => [
      sql<string>`'supplier'`.as("kind"),
      "suppliers.id",
      NO_TEXT.as("owner"),
      eb.ref("suppliers.name").$castTo<string | null>().as("name"),
      eb.ref("communes.name").$castTo<string | null>().as("commune_name"),
      eb.ref("suppliers.kind").$castTo<string | null>().as("word"),
      sql<number | null>`case when ${eb.ref("suppliers.production_commune")} is null then 0 else 1 end`.as(
        "figure",
      ),
      "suppliers.lat_e6 as own_lat",
      "suppliers.lng_e6 as own_lng",
      "communes.lat_e6 as lat",
      "communes.lng_e6 as lng",
      "communes.uncertainty_m",
      NO_TEXT.as("first"),
      NO_TEXT.as("last"),
      "suppliers.id as sort",
    ]);
}

function definitionRows(db: Kysely<Database>, { canteenIds }: Asked) {
  const owners = db
    .selectFrom("canteens")
    .select("organisation_id")
    .where("id", "in", [...canteenIds]);
  return db
    .selectFrom("local_definitions")
    .where("organisation_id", "in", owners)
    .select((eb) => [
      sql<string>`'definition'`.as("kind"),
      "local_definitions.id",
      eb.ref("local_definitions.organisation_id").$castTo<string | null>().as("owner"),
      NO_TEXT.as("name"),
      NO_TEXT.as("commune_name"),
      eb.ref("local_definitions.valid_from").$castTo<string | null>().as("word"),
      "local_definitions.radius_m as figure",
      NO_NUMBER.as("own_lat"),
      NO_NUMBER.as("own_lng"),
      NO_NUMBER.as("lat"),
      NO_NUMBER.as("lng"),
      NO_NUMBER.as("uncertainty_m"),
      NO_TEXT.as("first"),
      NO_TEXT.as("last"),
      "local_definitions.id as sort",
    ]);
}

function toCanteen(row: Row): MapSurroundingCanteen {
  return {
    id: row.id,
    organisationId: row.owner ?? "",
    name: row.name ?? "",
    active: row.figure === 1,
    communeName: row.commune_name ?? "",
    epciName: row.word,
    position: placedAt(row),
  };
}

function toSupplier(row: Row): MapSurroundingSupplier {
  return {
    id: row.id,
    name: row.name ?? "",
    kind: row.word as SupplierKind,
    communeName: row.commune_name,
    place: row.commune_name === null ? null : row.figure === 1 ? "production" : "headOffice",
    position: placedAt(row),
  };
}

function toDefinition({ owner, word, figure }: Row): MapSurroundings["definitions"][number] {
  return { organisationId: owner ?? "", validFrom: word ?? "", radiusM: figure };
}

/** Its own, else its commune's. */
function placedAt({ own_lat, own_lng, lat, lng, uncertainty_m }: Row): Position | null {
  return (
    ownPositionOf({ lat_e6: own_lat, lng_e6: own_lng }) ??
    positionOf({ lat_e6: lat, lng_e6: lng, uncertainty_m })
  );
}

function monthsOf(canteens: readonly Row[]): MapSurroundings["months"] {
  const first = canteens.flatMap((row) => row.first ?? []).sort()[0];
  const last = canteens
    .flatMap((row) => row.last ?? [])
    .sort()
    .at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}
