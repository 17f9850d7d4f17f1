import type { Kysely } from "kysely";
import type { Id } from "../../shared/ids.ts";
import type { OrganisationInput } from "../../shared/organisations.ts";
import type { Database } from "../database.ts";
import type { OrganisationsTable } from "../tables/organisations.ts";

/** An organisation; undefined when unknown. */
export function findOrganisation(db: Kysely<Database>, id: Id): Promise<OrganisationsTable | undefined> {
  return db.selectFrom("organisations").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Every organisation of the installation, oldest first. */
export function listOrganisations(db: Kysely<Database>): Promise<OrganisationsTable[]> {
  return db.selectFrom("organisations").selectAll().orderBy("id").execute();
}

/** Ids of the organisations that act for one of the territories, sorted. */
export async function listOrganisationIdsOfTerritories(
  db: Kysely<Database>,
  codes: readonly string[],
): Promise<Id[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .selectFrom("organisations")
    .select("id")
    .where("territory_code", "in", codes)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

export async function insertOrganisation(
  db: Kysely<Database>,
  organisation: OrganisationsTable,
): Promise<void> {
  await db.insertInto("organisations").values(organisation).execute();
}

/** Replaces the name, the territory it acts for and what its canteens see of one another. */
export async function updateOrganisation(
  db: Kysely<Database>,
  { id, name, territoryCode, sharesOrderNames }: { id: Id } & OrganisationInput,
): Promise<void> {
  await db
    .updateTable("organisations")
    .set({ name, territory_code: territoryCode, shares_order_names: Number(sharesOrderNames) })
    .where("id", "=", id)
    .execute();
}
