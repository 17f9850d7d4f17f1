import type { Kysely } from "kysely";
import type { IsoInstant, LocalScope } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { DatedLocalDefinition } from "../../shared/local-definitions.ts";
import type { Database } from "../database.ts";
import type { LocalDefinitionsTable } from "../tables/local-definitions.ts";

/** The definition, or undefined. */
export async function findLocalDefinition(
  db: Kysely<Database>,
  id: Id,
): Promise<DatedLocalDefinition | undefined> {
  const row = await db.selectFrom("local_definitions").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toLocalDefinition(row);
}

/** Every definition of an organisation, latest start first. */
export async function listLocalDefinitions(
  db: Kysely<Database>,
  organisationId: Id,
): Promise<DatedLocalDefinition[]> {
  const rows = await db
    .selectFrom("local_definitions")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .orderBy("valid_from", "desc")
    .execute();
  return rows.map(toLocalDefinition);
}

/** Organisations with a definition of this scope, of whatever date; ids, sorted. */
export async function listOrganisationIdsOfScope(db: Kysely<Database>, scope: LocalScope): Promise<Id[]> {
  const rows = await db
    .selectFrom("local_definitions")
    .select("organisation_id")
    .distinct()
    .where("scope", "=", scope)
    .orderBy("organisation_id")
    .execute();
  return rows.map((row) => row.organisation_id);
}

/** Adds a definition. Throws the engine's unique constraint when one already starts on that day. */
export async function insertLocalDefinition(
  db: Kysely<Database>,
  definition: DatedLocalDefinition & { createdAt: IsoInstant },
): Promise<void> {
  await db
    .insertInto("local_definitions")
    .values({
      id: definition.id,
      organisation_id: definition.organisationId,
      created_at: definition.createdAt,
      valid_from: definition.validFrom,
      scope: definition.scope,
      radius_m: definition.radiusM,
    })
    .execute();
}

/** Replaces everything but the organisation it belongs to. Throws the unique constraint when the day is taken. */
export async function updateLocalDefinition(
  db: Kysely<Database>,
  definition: DatedLocalDefinition,
): Promise<void> {
  await db
    .updateTable("local_definitions")
    .set({ valid_from: definition.validFrom, scope: definition.scope, radius_m: definition.radiusM })
    .where("id", "=", definition.id)
    .execute();
}

/** Removes a definition: the one before it holds on. */
export async function deleteLocalDefinition(db: Kysely<Database>, id: Id): Promise<void> {
  await db.deleteFrom("local_definitions").where("id", "=", id).execute();
}

function toLocalDefinition(row: LocalDefinitionsTable): DatedLocalDefinition {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    validFrom: row.valid_from,
    scope: row.scope as LocalScope,
    radiusM: row.radius_m,
  };
}
