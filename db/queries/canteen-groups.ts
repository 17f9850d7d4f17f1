import type { Kysely } from "kysely";
import type { CanteenGroup } from "../../shared/canteen-groups.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import type { CanteenGroupsTable } from "../tables/canteen-groups.ts";

/** The group, or undefined. */
export async function findCanteenGroup(db: Kysely<Database>, id: Id): Promise<CanteenGroup | undefined> {
  const row = await db.selectFrom("canteen_groups").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toGroup(row);
}

/** Groups of these organisations, by name. */
export async function listCanteenGroups(
  db: Kysely<Database>,
  organisationIds: readonly Id[],
): Promise<CanteenGroup[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .selectFrom("canteen_groups")
    .selectAll()
    .where("organisation_id", "in", [...organisationIds])
    .orderBy("search")
    .orderBy("id")
    .execute();
  return rows.map(toGroup);
}

/** Groups of the organisations that these canteens belong to, by name, each with these canteens alone; none is empty. */
export async function listCanteenGroupsAmong(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
): Promise<CanteenGroup[]> {
  if (canteenIds.length === 0) return [];
  const rows = await db
    .selectFrom("canteen_groups")
    .selectAll()
    .where("organisation_id", "in", (qb) =>
      qb
        .selectFrom("canteens")
        .select("organisation_id")
        .where("id", "in", [...canteenIds]),
    )
    .orderBy("search")
    .orderBy("id")
    .execute();
  const seen = new Set(canteenIds);
  return rows
    .map(toGroup)
    .map((group) => ({ ...group, canteenIds: group.canteenIds.filter((id) => seen.has(id)) }))
    .filter((group) => group.canteenIds.length > 0);
}

/** Adds the group, or replaces its name and canteens. */
export async function upsertCanteenGroup(
  db: Kysely<Database>,
  group: CanteenGroup & { createdAt: IsoInstant },
): Promise<void> {
  const columns = {
    name: group.name,
    search: searchKey(group.name),
    canteen_ids: toJsonText(group.canteenIds),
  };
  await db
    .insertInto("canteen_groups")
    .values({
      id: group.id,
      organisation_id: group.organisationId,
      created_at: group.createdAt,
      ...columns,
    })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
    .execute();
}

/** Removes the group; its canteens stay. */
export async function deleteCanteenGroup(db: Kysely<Database>, id: Id): Promise<void> {
  await db.deleteFrom("canteen_groups").where("id", "=", id).execute();
}

function toGroup(row: CanteenGroupsTable): CanteenGroup {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    canteenIds: fromJsonText<Id[]>(row.canteen_ids),
  };
}
