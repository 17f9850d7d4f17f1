import type { Kysely } from "kysely";
import type { Canteen, Sector } from "../../shared/canteens.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Regime } from "../../shared/law/targets.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Database } from "../database.ts";
import { ownPointOf } from "../place.ts";
import type { CanteensTable } from "../tables/canteens.ts";

/** A canteen with the name of its commune. */
export interface NamedCanteen extends Canteen {
  communeName: string;
}

/** The canteen, in use or not, or undefined. */
export async function findCanteen(db: Kysely<Database>, id: Id): Promise<Canteen | undefined> {
  const row = await db.selectFrom("canteens").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toCanteen(row);
}

/** The canteen that has this SIRET (14 digits), or undefined. */
export async function findCanteenBySiret(db: Kysely<Database>, siret: string): Promise<Canteen | undefined> {
  const row = await db.selectFrom("canteens").selectAll().where("siret", "=", siret).executeTakeFirst();
  return row && toCanteen(row);
}

/** Canteens of these ids by name; unknown ids are left out. */
export async function listCanteens(db: Kysely<Database>, ids: readonly Id[]): Promise<NamedCanteen[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("canteens")
    .innerJoin("communes", "communes.code", "canteens.commune")
    .selectAll("canteens")
    .select("communes.name as commune_name")
    .where("canteens.id", "in", [...ids])
    .orderBy("canteens.search")
    .orderBy("canteens.id")
    .execute();
  return rows.map((row) => ({ ...toCanteen(row), communeName: row.commune_name }));
}

/** Every canteen of an organisation, in use first, then by name. */
export async function listCanteensOfOrganisation(
  db: Kysely<Database>,
  organisationId: Id,
): Promise<NamedCanteen[]> {
  const rows = await db
    .selectFrom("canteens")
    .innerJoin("communes", "communes.code", "canteens.commune")
    .selectAll("canteens")
    .select("communes.name as commune_name")
    .where("canteens.organisation_id", "=", organisationId)
    .orderBy("canteens.active", "desc")
    .orderBy("canteens.search")
    .orderBy("canteens.id")
    .execute();
  return rows.map((row) => ({ ...toCanteen(row), communeName: row.commune_name }));
}

/** Ids of every canteen of the database, sorted. */
export async function listCanteenIds(db: Kysely<Database>): Promise<Id[]> {
  const rows = await db.selectFrom("canteens").select("id").orderBy("id").execute();
  return rows.map((row) => row.id);
}

/** Id and SIRET of the canteens of an organisation; null: of all. */
export function listCanteenSirets(
  db: Kysely<Database>,
  organisationId: Id | null,
): Promise<{ id: Id; siret: string; organisation_id: Id }[]> {
  let query = db.selectFrom("canteens").select(["id", "siret", "organisation_id"]);
  if (organisationId !== null) query = query.where("organisation_id", "=", organisationId);
  return query.orderBy("id").execute();
}

/** Adds a canteen. Throws the engine's unique constraint when the SIRET is taken. */
export async function insertCanteen(
  db: Kysely<Database>,
  canteen: Canteen & { createdAt: IsoInstant },
): Promise<void> {
  await db
    .insertInto("canteens")
    .values({
      id: canteen.id,
      organisation_id: canteen.organisationId,
      created_at: canteen.createdAt,
      ...columns(canteen),
    })
    .execute();
}

/** Replaces everything but the organisation it belongs to. Throws the unique constraint when the SIRET is taken. */
export async function updateCanteen(db: Kysely<Database>, canteen: Canteen): Promise<void> {
  await db.updateTable("canteens").set(columns(canteen)).where("id", "=", canteen.id).execute();
}

function columns(canteen: Canteen): Omit<CanteensTable, "id" | "organisation_id" | "created_at"> {
  return {
    name: canteen.name,
    search: searchKey(`${canteen.name} ${canteen.siret} ${canteen.uai ?? ""}`),
    siret: canteen.siret,
    uai: canteen.uai,
    sector: canteen.sector,
    regime: canteen.regime,
    commune: canteen.commune,
    epci: canteen.epci,
    departement: canteen.departement,
    region: canteen.region,
    lat_e6: canteen.position?.latE6 ?? null,
    lng_e6: canteen.position?.lngE6 ?? null,
    central_kitchen_id: canteen.centralKitchenId,
    meals_per_year: canteen.mealsPerYear,
    active: canteen.active ? 1 : 0,
  };
}

function toCanteen(row: CanteensTable): Canteen {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    siret: row.siret,
    uai: row.uai,
    sector: row.sector as Sector,
    regime: row.regime as Regime,
    commune: row.commune,
    epci: row.epci,
    departement: row.departement,
    region: row.region,
    position: ownPointOf(row),
    centralKitchenId: row.central_kitchen_id,
    mealsPerYear: row.meals_per_year,
    active: row.active === 1,
  };
}
