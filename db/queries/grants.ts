import type { Kysely } from "kysely";
import type { Id } from "../../shared/ids.ts";
import type { Role, ScopeKind } from "../../shared/permissions.ts";
import type { HeldGrant } from "../../shared/users.ts";
import type { Database } from "../database.ts";
import type { GrantsTable } from "../tables/grants.ts";
import type { Scope } from "./reaches.ts";

/** A grant and whose it is. */
export interface UserGrant extends HeldGrant {
  userId: Id;
}

/** Grants of some people, oldest first. */
export async function listGrantsOfUsers(db: Kysely<Database>, userIds: readonly Id[]): Promise<UserGrant[]> {
  if (userIds.length === 0) return [];
  const rows = await db
    .selectFrom("grants")
    .selectAll()
    .where("user_id", "in", userIds)
    .orderBy("id")
    .execute();
  return rows.map(toUserGrant);
}

/** A grant and whose it is; undefined when it was revoked or never was. */
export async function findGrant(db: Kysely<Database>, id: Id): Promise<UserGrant | undefined> {
  const row = await db.selectFrom("grants").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : toUserGrant(row);
}

/** Territories and légumeries that someone has a grant on, each once. */
export async function listGrantedOutsideScopes(db: Kysely<Database>): Promise<Scope[]> {
  const rows = await db
    .selectFrom("grants")
    .select(["scope_kind", "scope_id"])
    .distinct()
    .where("scope_kind", "in", ["territory", "legumerie"])
    .orderBy("scope_kind")
    .orderBy("scope_id")
    .execute();
  return rows.map((row) => ({ scopeKind: row.scope_kind as ScopeKind, scopeId: row.scope_id }));
}

/** People with a grant on the organisation, one of its canteens, or one of the other scopes; ids, sorted. */
export async function listUserIdsOfOrganisation(
  db: Kysely<Database>,
  { organisationId, others }: { organisationId: Id; others: readonly Scope[] },
): Promise<Id[]> {
  const rows = await db
    .selectFrom("grants")
    .select("user_id")
    .distinct()
    .where((eb) =>
      eb.or([
        eb.and([eb("scope_kind", "=", "organisation"), eb("scope_id", "=", organisationId)]),
        eb.and([
          eb("scope_kind", "=", "canteen"),
          eb(
            "scope_id",
            "in",
            eb.selectFrom("canteens").select("id").where("organisation_id", "=", organisationId),
          ),
        ]),
        ...others.map(({ scopeKind, scopeId }) =>
          eb.and([eb("scope_kind", "=", scopeKind), eb("scope_id", "=", scopeId)]),
        ),
      ]),
    )
    .orderBy("user_id")
    .execute();
  return rows.map((row) => row.user_id);
}

/** Administrators of the organisation who may sign in; ids, sorted. */
export async function listAdministratorIds(db: Kysely<Database>, organisationId: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom("grants")
    .innerJoin("users", "users.id", "grants.user_id")
    .select("users.id")
    .distinct()
    .where("grants.role", "=", "administrator")
    .where("grants.scope_kind", "=", "organisation")
    .where("grants.scope_id", "=", organisationId)
    .where("users.disabled", "=", 0)
    .orderBy("users.id")
    .execute();
  return rows.map((row) => row.id);
}

/** Adds a grant; false when the person already has it. */
export async function insertGrant(db: Kysely<Database>, grant: GrantsTable): Promise<boolean> {
  const result = await db
    .insertInto("grants")
    .values(grant)
    .onConflict((oc) => oc.columns(["user_id", "role", "scope_kind", "scope_id"]).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Revokes a grant; nothing happens when it is gone. */
export async function deleteGrant(db: Kysely<Database>, id: Id): Promise<void> {
  await db.deleteFrom("grants").where("id", "=", id).execute();
}

function toUserGrant(row: GrantsTable): UserGrant {
  return {
    id: row.id,
    userId: row.user_id,
    role: row.role as Role,
    scopeKind: row.scope_kind as ScopeKind,
    scopeId: row.scope_id,
  };
}
